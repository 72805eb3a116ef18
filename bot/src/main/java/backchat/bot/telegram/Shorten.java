package backchat.bot.telegram;

/** Cuts text where a reader would. Immutable. */
final class Shorten {
  private Shorten() {}

  /** The text, or its beginning up to the last word that fits, with an ellipsis. */
  static String toWord(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = text.lastIndexOf(' ', most - 1);
    return whole(text, end > most / 2 ? end : most - 1).strip() + "…";
  }

  /** The text, or its beginning up to the last sentence that fits; empty when none does. */
  static String toSentence(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    for (int i = Math.min(most, text.length() - 1); i > 0; i--) {
      if (text.charAt(i) == ' ' && ".!?".indexOf(text.charAt(i - 1)) >= 0) {
        return text.substring(0, i);
      }
    }
    return most < 80 ? "" : toWord(text, most);
  }

  /** Never between the halves of a surrogate pair. */
  private static String whole(String text, int end) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
