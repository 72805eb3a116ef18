package backchat.bot.telegram;

import java.util.List;
import java.util.Optional;

/**
 * A message as Telegram takes it. Immutable.
 *
 * @param html text in Telegram's HTML
 * @param keyboard rows of buttons, possibly none
 * @param file a text file that follows as a message of its own
 */
record Payload(String html, List<List<Button>> keyboard, Optional<TextFile> file) {
  Payload {
    keyboard = keyboard.stream().map(List::copyOf).toList();
  }

  Payload(String html, List<List<Button>> keyboard) {
    this(html, keyboard, Optional.empty());
  }

  /**
   * A text file. Immutable.
   *
   * @param name with its ending
   * @param content sent as UTF-8
   */
  record TextFile(String name, String content) {}

  /**
   * A button. Immutable.
   *
   * @param label what people read
   * @param data up to 64 bytes that come back when it is pressed; empty for a link
   * @param link address that it opens; empty for one that comes back
   */
  record Button(String label, String data, String link) {
    static Button pressed(String label, String data) {
      return new Button(label, data, "");
    }

    static Button opening(String label, String link) {
      return new Button(label, "", link);
    }
  }
}
