package backchat.bot.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an entry's file, to which a phrasing is added with every other character left as it
 * is. Immutable.
 */
final class EntryText {
  private static final Pattern KEY =
      Pattern.compile("also_asked\\s*:(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("(\\s*)-(\\s.*|)", Pattern.DOTALL);
  private static final String FENCE = "---";

  private EntryText() {}

  /**
   * The text with one more phrasing at the end of {@code also_asked}.
   *
   * @param text front matter and Markdown, with any line breaks
   * @return empty when the front matter is written in a way that has to be edited by hand
   */
  static Optional<String> withPhrasing(String text, String phrasing) {
    List<String> lines = lines(text);
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals(FENCE)) {
      return Optional.empty();
    }
    int end = 1;
    while (end < lines.size() && !lines.get(end).stripTrailing().equals(FENCE)) {
      end++;
    }
    if (end == lines.size()) {
      return Optional.empty();
    }
    String quoted = quoted(phrasing);
    for (int i = 1; i < end; i++) {
      Matcher key = KEY.matcher(lines.get(i).stripTrailing());
      if (key.matches()) {
        String value = key.group(1) == null ? "" : key.group(1);
        return value.isEmpty() || value.startsWith("#")
            ? Optional.of(withItem(lines, i, end, quoted))
            : withFlowItem(lines, i, end, quoted);
      }
    }
    return Optional.of(
        inserted(
            lines, end, "also_asked:" + lineBreak(lines) + "  - " + quoted + lineBreak(lines)));
  }

  /** Lines with their line breaks. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, next));
      from = next;
    }
    return lines;
  }

  private static String lineBreak(List<String> lines) {
    return lines.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
  }

  private static String inserted(List<String> lines, int at, String line) {
    return String.join("", lines.subList(0, at))
        + line
        + String.join("", lines.subList(at, lines.size()));
  }

  /** One item a line: after the last line that belongs to the list. */
  private static String withItem(List<String> lines, int key, int end, String quoted) {
    int last = key;
    String indent = "  ";
    for (int i = key + 1; i < end && isOfList(lines.get(i)); i++) {
      Matcher item = ITEM.matcher(lines.get(i));
      if (item.matches() && last == key) {
        indent = item.group(1);
      }
      boolean says = !lines.get(i).isBlank() && !lines.get(i).strip().startsWith("#");
      last = says ? i : last;
    }
    return inserted(lines, last + 1, indent + "- " + quoted + lineBreak(lines));
  }

  private static boolean isOfList(String line) {
    return line.isBlank()
        || line.startsWith(" ")
        || line.startsWith("#")
        || ITEM.matcher(line).matches();
  }

  /** In brackets, on one line or more: before the closing one. */
  private static Optional<String> withFlowItem(
      List<String> lines, int key, int end, String quoted) {
    String before = String.join("", lines.subList(0, key));
    String list = String.join("", lines.subList(key, end));
    String after = String.join("", lines.subList(end, lines.size()));
    int open = list.indexOf('[');
    if (open < 0 || !list.substring(list.indexOf(':') + 1, open).isBlank()) {
      return Optional.empty();
    }
    char quote = 0;
    for (int i = open + 1; i < list.length(); i++) {
      char c = list.charAt(i);
      if (quote == 0 && c == ']') {
        String inside = list.substring(open + 1, i).stripTrailing();
        String comma = inside.isBlank() || inside.endsWith(",") ? "" : ",";
        String space = inside.isBlank() ? "" : " ";
        int at = open + 1 + inside.length();
        return Optional.of(
            before + list.substring(0, at) + comma + space + quoted + list.substring(at) + after);
      }
      boolean begins = quote == 0 && (c == '"' || c == '\'') && beginsItem(list, i);
      if (begins) {
        quote = c;
      } else if (quote == '"' && c == '\\') {
        i++;
      } else if (quote == c) {
        quote = 0;
      } else if (quote == 0 && c == '#' && Character.isWhitespace(list.charAt(i - 1))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** An apostrophe inside a word opens nothing. */
  private static boolean beginsItem(String list, int at) {
    String before = list.substring(0, at).stripTrailing();
    return before.endsWith("[") || before.endsWith(",");
  }

  private static String quoted(String phrasing) {
    return '"' + phrasing.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
