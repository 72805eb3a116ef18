package backchat.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A call that showed something to people. Immutable.
 *
 * @param method in lower case
 * @param chat where; 0 for toasts and inline results
 * @param message id of the message
 * @param text as people see it
 * @param call as it came
 * @param nanos when it came
 */
record Sent(String method, long chat, int message, String text, JsonNode call, long nanos) {
  /** Labels of the buttons. */
  List<String> labels() {
    List<String> labels = new ArrayList<>();
    buttons().forEach(button -> labels.add(button.path("text").asText()));
    return labels;
  }

  List<JsonNode> buttons() {
    List<JsonNode> buttons = new ArrayList<>();
    call.path("reply_markup").path("inline_keyboard").forEach(row -> row.forEach(buttons::add));
    return buttons;
  }

  /** The callback data of the first button whose label begins so. */
  String data(String label) {
    return buttons().stream()
        .filter(button -> button.path("text").asText().startsWith(label))
        .map(button -> button.path("callback_data").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is none of " + labels()));
  }
}
