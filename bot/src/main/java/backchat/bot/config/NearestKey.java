package backchat.bot.config;

import java.util.Collection;
import java.util.Comparator;

/** The known key that is most like a mistyped one. Immutable. */
final class NearestKey {
  private NearestKey() {}

  /** {@code "; did you mean x?"} */
  static String hint(String word, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String key) -> distance(word, key))
                .thenComparing(Comparator.naturalOrder()))
        .map(key -> "; did you mean " + key + "?")
        .orElse("");
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
