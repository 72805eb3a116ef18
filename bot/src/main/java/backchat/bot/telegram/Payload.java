package backchat.bot.telegram;

import java.util.List;

/**
 * A message as Telegram takes it. Immutable.
 *
 * @param html text in Telegram's HTML
 * @param keyboard rows of buttons, possibly none
 */
record Payload(String html, List<List<Button>> keyboard) {
  Payload {
    keyboard = keyboard.stream().map(List::copyOf).toList();
  }

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
