package backchat.knowledge.index;

import backchat.knowledge.language.Candidates;
import backchat.knowledge.language.CommonWords;
import backchat.knowledge.language.Edits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Repairs mistyped words against the index's own words. Immutable and thread-safe.
 *
 * <p>A word is touched only if nobody knows it: one edit (a swap of neighbours counts as one) for 4
 * to 7 letters, two above, and the first letter stays. So no known word becomes another.
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_FOR_TWO = 8;
  private static final int SHORTEST_PART = 3;

  /** A word with one slip more is as likely as one that so many times more passages hold. */
  private static final double SLIP = 50;

  private final Map<String, Integer> passages;
  private final Candidates candidates;
  private final Set<String> known;

  /**
   * @param passages in how many passages each word stands
   * @param known words that are right although no passage holds them
   */
  Spelling(Map<String, Integer> passages, Set<String> known) {
    this.passages = passages;
    this.known = Set.copyOf(known);
    this.candidates =
        new Candidates(
            passages.keySet().stream()
                .filter(word -> word.length() >= SHORTEST - 1)
                .sorted()
                .toList());
  }

  boolean isKnown(String word) {
    return passages(word) > 0 || CommonWords.contains(word) || known.contains(word);
  }

  /** What an unknown word was meant to be: one word or two; empty when nothing is near. */
  Optional<List<String>> repair(String word) {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Optional<List<String>> near = nearest(word, word.length() < SHORTEST_FOR_TWO ? 1 : 2);
    return near.isPresent() ? near : split(word);
  }

  private Optional<List<String>> nearest(String word, int most) {
    String best = null;
    double bestWeight = 0;
    for (String candidate : candidates.near(word, most)) {
      int edits = Edits.between(word, candidate, most);
      double weight = edits > most ? 0 : passages(candidate) / Math.pow(SLIP, edits);
      if (weight > bestWeight) {
        best = candidate;
        bestWeight = weight;
      }
    }
    return Optional.ofNullable(best).map(List::of);
  }

  /** Two known words written as one: the split whose rarer half is the commonest. */
  private Optional<List<String>> split(String word) {
    List<String> best = null;
    int bestCount = 0;
    for (int at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
      String left = word.substring(0, at);
      String right = word.substring(at);
      int count = Math.min(passages(left), passages(right));
      if (count > bestCount) {
        bestCount = count;
        best = List.of(left, right);
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether two words, of which one is unknown, are known together. */
  boolean isOne(String left, String right) {
    return left.length() + right.length() >= SHORTEST && passages(left + right) > 0;
  }

  /** How many passages hold the word as it is written. */
  private int passages(String word) {
    return passages.getOrDefault(word, 0);
  }
}
