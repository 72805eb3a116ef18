package backchat.knowledge.index;

import backchat.knowledge.language.CommonWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Repairs mistyped words against the index's own words. Thread-safe.
 *
 * <p>A word is touched only if nobody knows it: one edit (a swap of neighbours counts as one) for 4
 * to 7 letters, two above, and the first letter stays. So no known word becomes another.
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int SHORTEST_FOR_TWO = 8;
  private static final int SHORTEST_PART = 3;

  private final LeafReader reader;
  private final Set<String> known;

  /**
   * @param known words that are right although no passage holds them
   */
  Spelling(LeafReader reader, Set<String> known) {
    this.reader = reader;
    this.known = new HashSet<>(known);
  }

  boolean isKnown(String word) {
    return known.contains(word) || passages(word) > 0 || CommonWords.contains(word);
  }

  /** What an unknown word was meant to be: one word or two; empty when nothing is near. */
  Optional<List<String>> repair(String word) {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
      return Optional.empty();
    }
    Optional<List<String>> near = nearest(word, word.length() < SHORTEST_FOR_TWO ? 1 : 2);
    return near.isPresent() ? near : split(word);
  }

  private Optional<List<String>> nearest(String word, int edits) {
    try {
      Terms terms = reader.terms(Fields.WORD);
      FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(Fields.WORD, word), edits, 1, true);
      String best = null;
      double bestWeight = 0;
      for (BytesRef term = near.next(); term != null; term = near.next()) {
        String candidate = term.utf8ToString();
        double weight = near.docFreq() / Math.pow(50, edits(word, candidate));
        if (candidate.length() >= SHORTEST - 1 && weight > bestWeight) {
          best = candidate;
          bestWeight = weight;
        }
      }
      return Optional.ofNullable(best).map(List::of);
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
  }

  /** Edits between two words, a swap of neighbours being one (optimal string alignment). */
  static int edits(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        table[i][j] =
            Math.min(table[i - 1][j - 1] + same, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length()][b.length()];
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

  /** Two words that are one: known together, and one of them unknown alone. */
  boolean joins(String left, String right) {
    return left.length() + right.length() >= SHORTEST
        && passages(left + right) > 0
        && (!isKnown(left) || !isKnown(right));
  }

  /** How many passages hold the word as it is written. */
  private int passages(String word) {
    try {
      return reader.docFreq(new Term(Fields.WORD, word));
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
  }
}
