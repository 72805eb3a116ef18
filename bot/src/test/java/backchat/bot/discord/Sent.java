package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that the bot sent and a person would see. Immutable.
 *
 * @param kind {@code message}, {@code callback}, {@code edit} or {@code follow-up}
 * @param where the channel, or the interaction
 * @param body as it came
 * @param id of the message that it made, or an empty text
 * @param after nanoseconds since the event that it answers; 0 for messages
 */
record Sent(String kind, String where, JsonNode body, String id, long after) {
  /** The message in it, whatever it came in. */
  JsonNode message() {
    return kind.equals("callback") ? body.path("data") : body;
  }

  /** The number of a callback's type; 0 for everything else. */
  int type() {
    return kind.equals("callback") ? body.path("type").asInt() : 0;
  }

  boolean isPrivate() {
    return (message().path("flags").asInt() & 64) != 0;
  }

  /** All that can be read in it, one piece a line, buttons in brackets. */
  String text() {
    List<String> lines = new ArrayList<>();
    add(lines, message().path("content"));
    for (JsonNode embed : message().path("embeds")) {
      add(lines, embed.path("title"));
      add(lines, embed.path("description"));
      for (JsonNode field : embed.path("fields")) {
        add(lines, field.path("name"));
        add(lines, field.path("value"));
      }
      add(lines, embed.path("footer").path("text"));
    }
    for (JsonNode file : message().path("uploaded")) {
      lines.add("(file " + file.path("name").asText() + ")\n" + file.path("text").asText());
    }
    labels().forEach(label -> lines.add("[" + label + "]"));
    return String.join("\n", lines);
  }

  /** What a reader sees of it: markup taken away where Discord reads any, buttons left out. */
  List<String> seen() {
    List<String> marked = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    add(marked, message().path("content"));
    for (JsonNode embed : message().path("embeds")) {
      add(marked, embed.path("title"));
      add(marked, embed.path("description"));
      for (JsonNode field : embed.path("fields")) {
        add(marked, field.path("name"));
        add(marked, field.path("value"));
      }
      marked.stream().map(DiscordMarkup::read).forEach(lines::add);
      marked.clear();
      add(lines, embed.path("footer").path("text"));
    }
    return lines;
  }

  private static void add(List<String> lines, JsonNode text) {
    if (!text.asText("").isEmpty()) {
      lines.add(text.asText());
    }
  }

  /** The labels of buttons and of the entries of selects, in order. */
  List<String> labels() {
    return pressable().stream().map(Pressable::label).toList();
  }

  /** A button, or one entry of a select. Immutable. */
  record Pressable(String label, String customId, String value) {}

  List<Pressable> pressable() {
    List<Pressable> all = new ArrayList<>();
    for (JsonNode row : message().path("components")) {
      for (JsonNode component : row.path("components")) {
        String id = component.path("custom_id").asText();
        if (component.path("type").asInt() == 3) {
          component
              .path("options")
              .forEach(
                  o ->
                      all.add(
                          new Pressable(o.path("label").asText(), id, o.path("value").asText())));
        } else {
          all.add(new Pressable(component.path("label").asText(), id, ""));
        }
      }
    }
    return all;
  }

  Pressable pressable(String label) {
    return pressable().stream()
        .filter(p -> p.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " among " + labels()));
  }
}
