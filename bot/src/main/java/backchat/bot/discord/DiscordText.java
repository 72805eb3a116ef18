package backchat.bot.discord;

import java.util.Locale;

/** Plain text made safe and short for Discord. Immutable. */
final class DiscordText {
  private static final String SPECIAL = "\\*_~`|[]()<>@#:";
  private static final String ELLIPSIS = "\u2026";

  private DiscordText() {}

  /**
   * Text that shows as it stands: nothing in it is markup, a mention or a link. For titles, fields
   * and descriptions; footers and labels show markup as it is and need none of this.
   */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    boolean lineStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n') {
        continue;
      }
      boolean marks = lineStart && "-+>".indexOf(c) >= 0;
      boolean numbers = c == '.' && i > 0 && Character.isDigit(text.charAt(i - 1));
      if (marks
          || numbers && endsLineNumber(text, i)
          || SPECIAL.indexOf(c) >= 0 && !plain(text, i)) {
        safe.append('\\');
      }
      safe.append(c);
      lineStart = c == '\n' || lineStart && c == ' ';
    }
    return safe.toString();
  }

  /** Brackets, colons and the like that do nothing where they stand, so that text stays short. */
  private static boolean plain(String text, int at) {
    char c = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return switch (c) {
      case '(', ')' -> at == 0 || text.charAt(at - 1) != ']';
      case ':' -> next != '/' && (Character.isWhitespace(next) || Character.isDigit(next));
      case '#' -> at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '#';
      default -> false;
    };
  }

  private static boolean endsLineNumber(String text, int at) {
    int start = at;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean spaceAfter = at + 1 < text.length() && text.charAt(at + 1) == ' ';
    return spaceAfter && (start == 0 || text.charAt(start - 1) == '\n');
  }

  /** A link that shows a title. */
  static String link(String title, String address) {
    String safe =
        address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E");
    boolean web = safe.toLowerCase(Locale.ROOT).matches("https?://[^\\s]+");
    return web ? "[" + escaped(title) + "](" + safe + ")" : escaped(title);
  }

  /** Text without control characters, for places that show no markup. */
  static String plain(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The text, or its beginning and an ellipsis, never more than so many UTF-16 units. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Math.max(0, most - 1);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end--;
    }
    return text.substring(0, end).stripTrailing() + ELLIPSIS;
  }

  /** Plain text up to the last end of a sentence that fits, or cut at a word. */
  static String sentences(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    for (int end = Math.min(most, text.length() - 1) - 1; end > most / 3; end--) {
      if (".!?".indexOf(text.charAt(end)) >= 0 && Character.isWhitespace(text.charAt(end + 1))) {
        return text.substring(0, end + 1);
      }
    }
    int space = text.lastIndexOf(' ', Math.max(0, most - 1));
    return cut(text, space > most / 3 ? space + 1 : most);
  }
}
