package backchat.bot.discord;

/** Shows text the way Discord does: escapes and markup taken away. Immutable. */
final class DiscordMarkup {
  private DiscordMarkup() {}

  /**
   * What a reader sees.
   *
   * @throws AssertionError if markup that we never use has an effect: a mention, a spoiler, a
   *     heading, something crossed out
   */
  static String read(String text) {
    StringBuilder seen = new StringBuilder();
    boolean code = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean start = i == 0 || text.charAt(i - 1) == '\n';
      if (text.startsWith("```", i)) {
        code = !code;
        i += 2;
      } else if (code) {
        seen.append(c);
      } else if (c == '\\' && i + 1 < text.length() && isMark(text.charAt(i + 1))) {
        seen.append(text.charAt(++i));
      } else if (text.startsWith("**", i)) {
        i++;
      } else if (c == '[' && link(text, i) > 0) {
        int middle = link(text, i);
        seen.append(read(text.substring(i + 1, middle)));
        i = text.indexOf(')', middle);
      } else {
        harmless(text, i, c, start);
        seen.append(c);
      }
    }
    if (code) {
      throw new AssertionError("code without end");
    }
    return seen.toString();
  }

  /** Where the name of a link ends; 0 when none begins here. */
  private static int link(String text, int from) {
    for (int i = from + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == ']') {
        return text.startsWith("](", i) ? i : 0;
      }
    }
    return 0;
  }

  private static void harmless(String text, int at, char c, boolean start) {
    boolean effect =
        text.startsWith("||", at)
            || text.startsWith("~~", at)
            || text.startsWith("__", at)
            || c == '`'
            || text.substring(at).matches("(?s)<(@|#|:|a:|t:|/|https?:).*")
            || start && text.substring(at).matches("(?s)(#{1,3} |>>> |> |-# ).*");
    if (effect) {
      throw new AssertionError("markup has an effect: " + text.substring(at));
    }
  }

  private static boolean isMark(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }
}
