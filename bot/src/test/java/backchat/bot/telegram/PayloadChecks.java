package backchat.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What Telegram checks before it takes a call. Immutable. */
final class PayloadChecks {
  private PayloadChecks() {}

  /** The text that people see; throws what Telegram would say against it. */
  static TelegramHtml text(JsonNode html, JsonNode parseMode) {
    require("HTML".equals(parseMode.asText()), "parse_mode is " + parseMode);
    TelegramHtml parsed = TelegramHtml.parse(html.asText());
    require(!parsed.text().isBlank(), "message text is empty");
    require(parsed.text().length() <= 4_096, "message is too long: " + parsed.text().length());
    require(parsed.entities() <= 100, "too many entities: " + parsed.entities());
    return parsed;
  }

  static void keyboard(JsonNode markup) {
    int buttons = 0;
    for (JsonNode row : markup.path("inline_keyboard")) {
      require(row.size() >= 1 && row.size() <= 8, "a row of " + row.size() + " buttons");
      for (JsonNode button : row) {
        buttons++;
        button(button);
      }
    }
    require(buttons <= 100, "too many buttons: " + buttons);
  }

  private static void button(JsonNode button) {
    String label = button.path("text").asText();
    require(!label.isBlank() && label.length() <= 64, "a label of " + label.length());
    require(button.has("callback_data") != button.has("url"), "a button does just one thing");
    if (button.has("callback_data")) {
      int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
      require(bytes >= 1 && bytes <= 64, "callback data of " + bytes + " bytes");
    } else {
      require(
          "https".equals(URI.create(button.path("url").asText()).getScheme()), "a link is https");
    }
  }

  static void commands(JsonNode call) {
    require(call.path("commands").size() <= 100, "too many commands");
    for (JsonNode command : call.path("commands")) {
      require(command.path("command").asText().matches("[a-z0-9_]{1,32}"), "a command's name");
      int length = command.path("description").asText().length();
      require(length >= 1 && length <= 256, "a command's description of " + length);
    }
  }

  static void inline(JsonNode call) {
    require(call.path("results").size() <= 50, "too many results");
    for (JsonNode result : call.path("results")) {
      int id = result.path("id").asText().getBytes(StandardCharsets.UTF_8).length;
      require(id >= 1 && id <= 64, "a result's id of " + id + " bytes");
      require(result.path("type").asText().equals("article"), "a result's type");
      require(!result.path("title").asText().isBlank(), "a result's title");
      JsonNode content = result.path("input_message_content");
      text(content.path("message_text"), content.path("parse_mode"));
      keyboard(result.path("reply_markup"));
    }
  }

  static void atMost(JsonNode text, int most) {
    require(text.asText().length() <= most, "a text of " + text.asText().length());
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
