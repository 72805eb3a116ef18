package backchat.knowledge.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How telling a stem or a pair is: the square of log(1 + N/(n+1)) for n of N passages that hold it
 * (Spärck Jones, A statistical interpretation of term specificity and its application in retrieval,
 * Journal of Documentation 28, 1972). Immutable and thread-safe.
 */
final class Rarity {
  /** How much a word pair counts beside a word of the same rarity. */
  static final double PAIR = 0.3;

  private final Map<String, Double> squares = new HashMap<>();
  private final double unknown;

  Rarity(List<Set<String>> termsOfPassages) {
    Map<String, Integer> holders = new HashMap<>();
    termsOfPassages.forEach(terms -> terms.forEach(term -> holders.merge(term, 1, Integer::sum)));
    double all = termsOfPassages.size();
    holders.forEach((term, count) -> squares.put(term, square(term, all / (1.0 + count))));
    unknown = square("", all);
  }

  private static double square(String term, double share) {
    double log = Math.log(1 + share);
    return log * log * (term.indexOf(' ') > 0 ? PAIR : 1);
  }

  /** The weight of a term; one that no passage holds is as telling as the rarest. */
  double of(String term) {
    return squares.getOrDefault(term, unknown);
  }

  /** Whether any passage holds the term. */
  boolean isKnown(String term) {
    return squares.containsKey(term);
  }

  double sum(Collection<String> terms) {
    double sum = 0;
    for (String term : terms) {
      sum += of(term);
    }
    return sum;
  }
}
