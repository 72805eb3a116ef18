package backchat.bot.operations;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The last net under the log: takes out of a line what should not have got there, whoever wrote it.
 * Immutable.
 */
final class Redaction {
  private static final String STARS = "*****";

  /** Tokens as Telegram and Discord make them, known to us or not. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\d{5,15}:[A-Za-z0-9_-]{20,60}"
              + "|[A-Za-z0-9_-]{20,40}\\.[A-Za-z0-9_-]{5,8}\\.[A-Za-z0-9_-]{20,60}");

  /** People, chats and messages have numbers; nothing that we count gets as long. */
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])\\d{7,}(?![0-9A-Za-z])");

  private static final Pattern LINE_END = Pattern.compile("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*");

  private final List<String> secrets;

  /**
   * @param secrets that never show, each at least a few characters long
   */
  Redaction(List<String> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** The text on one line, without secrets, tokens and numbers of people. */
  String of(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, STARS);
    }
    clean = TOKEN.matcher(clean).replaceAll(STARS);
    clean = NUMBER.matcher(clean).replaceAll("#");
    return LINE_END.matcher(clean).replaceAll(" | ");
  }
}
