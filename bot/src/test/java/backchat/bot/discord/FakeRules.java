package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The service's limits on messages and commands, and ours: nobody is ever pinged. Immutable. */
final class FakeRules {
  private FakeRules() {}

  /** What is wrong with a message; empty when nothing is. */
  static List<String> message(JsonNode message) {
    List<String> wrong = new ArrayList<>();
    most(wrong, "content", message.path("content").asText(""), 2_000);
    if (message.path("content").asText("").isEmpty()
        && message.path("embeds").isEmpty()
        && message.path("components").isEmpty()) {
      wrong.add("empty message");
    }
    int total = 0;
    for (JsonNode embed : message.path("embeds")) {
      total += embed(wrong, embed);
    }
    if (total > 6_000 || message.path("embeds").size() > 10) {
      wrong.add("embeds of " + total + " characters");
    }
    for (JsonNode file : message.path("uploaded")) {
      if (!file.path("name").asText().matches("[a-z0-9-]+\\.[a-z]+")
          || file.path("text").asText().isEmpty()) {
        wrong.add("file without name or content");
      }
    }
    components(wrong, message.path("components"));
    JsonNode mentions = message.path("allowed_mentions");
    if (!mentions.isObject()
        || !mentions.path("parse").isArray()
        || !mentions.path("parse").isEmpty()
        || !mentions.path("users").isEmpty()
        || !mentions.path("roles").isEmpty()
        || mentions.path("replied_user").asBoolean()) {
      wrong.add("mentions are allowed: " + mentions);
    }
    return wrong;
  }

  private static int embed(List<String> wrong, JsonNode embed) {
    int total = most(wrong, "title", embed.path("title").asText(""), 256);
    total += most(wrong, "description", embed.path("description").asText(""), 4_096);
    total += most(wrong, "footer", embed.path("footer").path("text").asText(""), 2_048);
    if (embed.path("fields").size() > 25) {
      wrong.add("more than 25 fields");
    }
    for (JsonNode field : embed.path("fields")) {
      total += most(wrong, "field name", field.path("name").asText(""), 256);
      total += most(wrong, "field value", field.path("value").asText(""), 1_024);
      if (field.path("name").asText("").isBlank() || field.path("value").asText("").isBlank()) {
        wrong.add("empty field");
      }
    }
    return total;
  }

  private static void components(List<String> wrong, JsonNode rows) {
    Set<String> ids = new HashSet<>();
    if (rows.size() > 5) {
      wrong.add("more than 5 rows");
    }
    for (JsonNode row : rows) {
      JsonNode inside = row.path("components");
      boolean select = inside.path(0).path("type").asInt() == 3;
      if (row.path("type").asInt() != 1 || inside.isEmpty() || inside.size() > (select ? 1 : 5)) {
        wrong.add("row of " + inside.size());
      }
      for (JsonNode component : inside) {
        String id = component.path("custom_id").asText("");
        most(wrong, "custom_id", id, 100);
        if (id.isEmpty() || !ids.add(id)) {
          wrong.add("custom_id missing or twice");
        }
        if (component.path("type").asInt() == 3) {
          select(wrong, component);
        } else {
          most(wrong, "label", component.path("label").asText(""), 80);
          if (component.path("label").asText("").isBlank()) {
            wrong.add("button without label");
          }
        }
      }
    }
  }

  private static void select(List<String> wrong, JsonNode select) {
    most(wrong, "placeholder", select.path("placeholder").asText(""), 150);
    Set<String> values = new HashSet<>();
    int options = select.path("options").size();
    if (options < 1 || options > 25) {
      wrong.add("select of " + options);
    }
    for (JsonNode option : select.path("options")) {
      most(wrong, "option label", option.path("label").asText(""), 100);
      most(wrong, "option value", option.path("value").asText(""), 100);
      if (option.path("label").asText("").isBlank() || !values.add(option.path("value").asText())) {
        wrong.add("option without label or twice");
      }
    }
  }

  /** What is wrong with the choices of an autocomplete. */
  static List<String> choices(JsonNode choices) {
    List<String> wrong = new ArrayList<>();
    if (choices.size() > 25) {
      wrong.add(choices.size() + " choices");
    }
    for (JsonNode choice : choices) {
      for (String part : List.of("name", "value")) {
        if (choice.path(part).asText("").isEmpty()) {
          wrong.add("choice without " + part);
        }
        most(wrong, "choice " + part, choice.path(part).asText(), 100);
      }
    }
    return wrong;
  }

  /** What is wrong with a list of commands. */
  static List<String> commands(JsonNode commands) {
    List<String> wrong = new ArrayList<>();
    for (JsonNode command : commands) {
      boolean slash = command.path("type").asInt(1) == 1;
      String name = command.path("name").asText("");
      int description = command.path("description").asText("").length();
      if (!name.matches(slash ? "[-_a-z0-9]{1,32}" : ".{1,32}")
          || (slash ? description < 1 || description > 100 : description > 0)) {
        wrong.add("command " + name);
      }
      boolean optional = false;
      for (JsonNode option : command.path("options")) {
        int about = option.path("description").asText("").length();
        if (!option.path("name").asText("").matches("[-_a-z0-9]{1,32}")
            || about < 1
            || about > 100) {
          wrong.add("option of " + name);
        }
        if (optional && option.path("required").asBoolean()) {
          wrong.add("required option of " + name + " after an optional one");
        }
        optional |= !option.path("required").asBoolean();
      }
    }
    return wrong;
  }

  private static int most(List<String> wrong, String what, String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      wrong.add(what + " of " + length + " characters");
    }
    return length;
  }
}
