package backchat.knowledge.content;

import java.util.Collection;
import java.util.Optional;

/** The nearest known word to a mistyped one, for messages. Immutable. */
public final class Nearest {
  private static final int FARTHEST = 3;

  private Nearest() {}

  /** {@code "; did you mean `x`?"}, or nothing when no known word is near. */
  static String hint(String word, Collection<String> known) {
    return to(word, known, Math.min(FARTHEST, word.length() / 2))
        .map(best -> "; did you mean `" + best + "`?")
        .orElse("; remove it");
  }

  /**
   * The known word that is most like a mistyped one; the first of several.
   *
   * @param farthest edits of one character at most
   */
  public static Optional<String> to(String word, Collection<String> known, int farthest) {
    Optional<String> best = Optional.empty();
    int least = farthest + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        best = Optional.of(candidate);
      }
    }
    return best;
  }

  /** Edits of one character that turn one word into the other (Levenshtein 1966). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
