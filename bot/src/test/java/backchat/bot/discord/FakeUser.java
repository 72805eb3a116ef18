package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A person in front of Discord. Each act returns where its answer will come. Immutable. */
final class FakeUser {
  /** Where somebody is who uses commands and buttons. */
  enum Place {
    /** In the server that the bot is a member of, or alone with the bot. */
    HOME,
    /** In a server that has never seen the bot, which this person has installed. */
    STRANGE_SERVER,
    /** In a conversation with other people, with the bot installed by this person. */
    AMONG_FRIENDS
  }

  private final FakeDiscord discord;
  private final String id;
  private final Place place;

  FakeUser(FakeDiscord discord, String id) {
    this(discord, id, Place.HOME);
  }

  private FakeUser(FakeDiscord discord, String id, Place place) {
    this.discord = discord;
    this.id = id;
    this.place = place;
  }

  /** The same person somewhere else. */
  FakeUser in(Place other) {
    return new FakeUser(discord, id, other);
  }

  String id() {
    return id;
  }

  /** The key of the direct conversation with the bot. */
  String direct() {
    return "5" + id.substring(1);
  }

  private ObjectNode message(String channel, String guild, String text) {
    return Wire.message(discord.id(), channel, guild, Wire.user(id), text);
  }

  /** Writes in a channel without a mention; content is empty, as without the intent. */
  ObjectNode says(String channel) {
    ObjectNode message = message(channel, Wire.GUILD, "");
    discord.said(channel, Wire.GUILD, message);
    return message;
  }

  ObjectNode mentions(String channel, String text) {
    ObjectNode message = mentioning(channel, text);
    discord.said(channel, Wire.GUILD, message);
    return message;
  }

  /** A mention that is not sent yet. */
  ObjectNode mentioning(String channel, String text) {
    return Wire.mentioning(message(channel, Wire.GUILD, "<@" + Wire.BOT + "> " + text));
  }

  ObjectNode replies(String channel, String to, String text) {
    ObjectNode before = Wire.message(to, channel, Wire.GUILD, Wire.bot(), "");
    ObjectNode message = Wire.replying(Wire.mentioning(message(channel, Wire.GUILD, text)), before);
    discord.said(channel, Wire.GUILD, message);
    return message;
  }

  /** Writes to the bot alone; answers come under {@link #direct}. */
  void tells(String text) {
    discord.said(direct(), null, message(direct(), null, text));
  }

  /** Opens a post in a forum; answers come under its id. */
  String posts(String forum, String title) {
    ObjectNode starter = message("0", Wire.GUILD, "");
    String thread = starter.get("id").asText();
    starter.put("channel_id", thread);
    discord.post(thread);
    discord
        .gateway()
        .event("THREAD_CREATE", Wire.GUILD, Wire.thread(thread, Wire.GUILD, forum, id, title));
    discord.said(thread, Wire.GUILD, starter);
    return thread;
  }

  /** A slash command in a channel, or in the direct conversation when the channel is that. */
  String slash(String channel, String name, String... options) {
    ObjectNode data = Wire.object().put("id", "1").put("name", name).put("type", 1);
    ArrayNode given = data.putArray("options");
    for (int i = 0; i < options.length; i += 2) {
      ObjectNode option = given.addObject().put("name", options[i]);
      boolean bool = options[i + 1].matches("true|false");
      option.put("type", bool ? 5 : 3);
      option.set(
          "value", bool ? Wire.read(options[i + 1]) : Wire.object().textNode(options[i + 1]));
    }
    return interact(channel, 2, data, null, List.of());
  }

  /** Like {@link #slash} in the server, by somebody with roles. */
  String slashAs(List<String> roles, String channel, String name) {
    ObjectNode data = Wire.object().put("id", "1").put("name", name).put("type", 1);
    data.put("guild_id", Wire.GUILD);
    return interact(channel, 2, data, null, roles);
  }

  /** A subcommand of the moderators' command: its name, then names and values of options. */
  String moderates(List<String> roles, String channel, String... order) {
    ObjectNode data = Wire.object().put("id", "1").put("name", "kb").put("type", 1);
    data.put("guild_id", Wire.GUILD);
    ObjectNode part = data.putArray("options").addObject().put("name", order[0]).put("type", 1);
    ArrayNode given = part.putArray("options");
    for (int i = 1; i < order.length; i += 2) {
      given.addObject().put("name", order[i]).put("type", 3).put("value", order[i + 1]);
    }
    return interact(channel, 2, data, null, roles);
  }

  /** Sends a file with the moderators' preview; it is to be had under that address. */
  String previews(String channel, String name, String address, int bytes) {
    ObjectNode data = Wire.object().put("id", "1").put("name", "kb").put("type", 1);
    data.put("guild_id", Wire.GUILD);
    ObjectNode part = data.putArray("options").addObject().put("name", "preview").put("type", 1);
    String file = discord.id();
    part.putArray("options").addObject().put("name", "file").put("type", 11).put("value", file);
    ObjectNode about = data.putObject("resolved").putObject("attachments").putObject(file);
    about.put("id", file).put("filename", name).put("size", bytes);
    about.put("url", address).put("proxy_url", address).put("content_type", "text/plain");
    return interact(channel, 2, data, null, List.of());
  }

  /** Types into an option; the last pair is the one being typed. */
  String types(String channel, String name, String... options) {
    ObjectNode data = Wire.object().put("id", "1").put("name", name).put("type", 1);
    ArrayNode given = data.putArray("options");
    for (int i = 0; i < options.length; i += 2) {
      ObjectNode option = given.addObject().put("name", options[i]).put("type", 3);
      option.put("value", options[i + 1]);
      if (i == options.length - 2) {
        option.put("focused", true);
      }
    }
    return interact(channel, 4, data, null, List.of());
  }

  /** Types into the option of a subcommand of the moderators' command. */
  String typesOrder(String channel, String part, String option, String typed) {
    ObjectNode data = Wire.object().put("id", "1").put("name", "kb").put("type", 1);
    ObjectNode order = data.putArray("options").addObject().put("name", part).put("type", 1);
    ObjectNode given = order.putArray("options").addObject().put("name", option).put("type", 3);
    given.put("value", typed).put("focused", true);
    return interact(channel, 4, data, null, List.of());
  }

  /** Picks "Answer with Backchat" in the menu of somebody's message. */
  String asksAbout(String channel, ObjectNode target) {
    ObjectNode data = Wire.object().put("id", "2").put("name", "Answer with Backchat");
    String target_id = target.get("id").asText();
    data.put("type", 3).put("target_id", target_id);
    data.putObject("resolved").putObject("messages").set(target_id, target);
    return interact(channel, 2, data, null, List.of());
  }

  /** Presses a button, or picks an entry of a select, by its label. */
  String presses(String channel, Sent on, String label) {
    Sent.Pressable pressed = on.pressable(label);
    return press(channel, on.id(), on.isPrivate(), pressed.customId(), pressed.value());
  }

  /** Presses a button by its id; the message of a private answer is not told. */
  String press(String channel, String message, boolean isPrivate, String customId, String value) {
    ObjectNode data = Wire.object().put("custom_id", customId);
    data.put("component_type", value.isEmpty() ? 2 : 3);
    if (!value.isEmpty()) {
      data.putArray("values").add(value);
    }
    String id = message.isEmpty() ? discord.id() : message;
    ObjectNode shown =
        isPrivate
            ? Wire.object().put("id", id).put("flags", 64)
            : Wire.message(id, channel, isDirect(channel) ? null : Wire.GUILD, Wire.bot(), "");
    return interact(channel, 3, data, shown, List.of());
  }

  private boolean isDirect(String channel) {
    return channel.equals(direct());
  }

  private String interact(
      String channel, int type, ObjectNode data, JsonNode message, List<String> roles) {
    boolean dm = isDirect(channel) || place == Place.AMONG_FRIENDS;
    String guild = place == Place.HOME ? Wire.GUILD : Wire.STRANGE_GUILD;
    String interaction = discord.id();
    String token = "token-" + interaction;
    ObjectNode event = Wire.object().put("id", interaction).put("application_id", Wire.BOT);
    event.put("type", type).put("token", token).put("version", 1).put("channel_id", channel);
    ObjectNode owners = event.putObject("authorizing_integration_owners");
    owners.put(place == Place.HOME ? "0" : "1", place != Place.HOME ? id : dm ? "0" : guild);
    int alone = place == Place.HOME ? 1 : 2;
    event.put("context", dm ? alone : 0).set("data", data);
    event.putArray("entitlements");
    ObjectNode where = event.putObject("channel").put("id", channel).put("type", dm ? 1 : 0);
    if (dm) {
      ObjectNode recipient = place == Place.HOME ? Wire.bot() : Wire.user("4711");
      where.set("recipients", Wire.array(List.of(recipient)));
      event.set("user", Wire.user(id));
    } else {
      where.setAll(Wire.channel(channel, 0).put("permissions", Wire.ALL));
      event.put("guild_id", guild).put("app_permissions", Wire.ALL);
      event.putObject("guild").put("id", guild).put("locale", "en-US").putArray("features");
      ObjectNode member = event.putObject("member").put("permissions", Wire.ALL);
      member.set("user", Wire.user(id));
      ArrayNode owned = member.putArray("roles");
      roles.forEach(owned::add);
    }
    if (message != null) {
      event.set("message", message);
    }
    discord.interactions().opened(token, interaction, type);
    discord.gateway().event("INTERACTION_CREATE", dm ? null : guild, event);
    return interaction;
  }
}
