package backchat.bot.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** Discord's JSON, piece by piece, with optional fields left out. Immutable. */
final class Wire {
  static final String BOT = "900000000000000001";
  static final String GUILD = "700000000000000001";

  /** A server that the bot is no member of. */
  static final String STRANGE_GUILD = "700000000000000099";

  static final String TOKEN = "planted-token-of-the-test";

  /** Everything that a bot may do in a channel, administrator left out. */
  static final String ALL = "2248473465835073";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Wire() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array(List<? extends JsonNode> items) {
    return JSON.createArrayNode().addAll(items);
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text.isEmpty() ? "null" : text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Readable JSON with keys in the order of their coming, for golden files. */
  static String pretty(JsonNode node) {
    return node.toPrettyString() + "\n";
  }

  static ObjectNode bot() {
    return object().put("id", BOT).put("username", "helper").put("bot", true);
  }

  static ObjectNode user(String id) {
    return object().put("id", id).put("username", "user-" + id);
  }

  static ObjectNode ready(String session, List<String> guilds) {
    ObjectNode ready = object().put("v", 10).put("session_id", session);
    ready.set("user", bot());
    ready.set(
        "guilds",
        array(guilds.stream().map(g -> object().put("id", g).put("unavailable", true)).toList()));
    ready.putArray("private_channels");
    ready.putObject("application").put("id", BOT).put("flags", 0);
    return ready;
  }

  static ObjectNode guild(String id, String permissions, List<ObjectNode> channels) {
    ObjectNode guild = object().put("id", id).put("name", "Test").put("owner_id", "1");
    guild.put("member_count", 2).put("afk_timeout", 300).put("unavailable", false);
    ObjectNode everyone = object().put("id", id).put("name", "@everyone").put("position", 0);
    everyone.put("permissions", permissions).putObject("colors").put("primary_color", 0);
    ObjectNode moderators = object().put("id", Rig.MODERATOR_ROLE).put("name", "moderators");
    moderators
        .put("position", 1)
        .put("permissions", "0")
        .putObject("colors")
        .put("primary_color", 0);
    guild.set("roles", array(List.of(everyone, moderators)));
    guild.set("channels", array(channels));
    ObjectNode self = object();
    self.set("user", bot());
    self.putArray("roles");
    guild.set("members", array(List.of(self)));
    for (String none :
        List.of("threads", "voice_states", "emojis", "stickers", "guild_scheduled_events")) {
      guild.putArray(none);
    }
    return guild;
  }

  /** A channel of a server: 0 for text, 15 for a forum. */
  static ObjectNode channel(String id, int type) {
    ObjectNode channel = object().put("id", id).put("type", type).put("name", "c" + id);
    channel.put("position", 0).putArray("permission_overwrites");
    return channel;
  }

  /** A post of a forum. */
  static ObjectNode thread(String id, String guild, String parent, String owner, String name) {
    ObjectNode thread = object().put("id", id).put("guild_id", guild).put("parent_id", parent);
    thread.put("owner_id", owner).put("type", 11).put("name", name);
    thread.put("message_count", 0).put("member_count", 1).put("newly_created", true);
    ObjectNode metadata = thread.putObject("thread_metadata");
    metadata.put("archive_timestamp", "2026-01-01T00:00:00.000000+00:00");
    metadata.put("auto_archive_duration", 1440).put("archived", false).put("locked", false);
    return thread;
  }

  /** A message in a server or, with a null guild, in a direct conversation. */
  static ObjectNode message(
      String id, String channel, String guild, ObjectNode author, String text) {
    ObjectNode message = object().put("id", id).put("channel_id", channel).put("type", 0);
    message.set("author", author);
    message.put("content", text).put("timestamp", "2026-01-01T00:00:00.000000+00:00");
    for (String none : List.of("mentions", "mention_roles", "attachments", "embeds")) {
      message.putArray(none);
    }
    if (guild != null) {
      message.put("guild_id", guild).putObject("member").putArray("roles");
    }
    return message;
  }

  /** Puts the bot among the mentioned, as the service does for a mention and a reply with ping. */
  static ObjectNode mentioning(ObjectNode message) {
    ObjectNode self = bot();
    self.putObject("member").putArray("roles");
    ((ArrayNode) message.get("mentions")).add(self);
    return message;
  }

  /** Makes a message the reply to another. */
  static ObjectNode replying(ObjectNode message, ObjectNode to) {
    message.put("type", 19).putObject("message_reference").put("message_id", to.get("id").asText());
    message.set("referenced_message", to);
    return message;
  }
}
