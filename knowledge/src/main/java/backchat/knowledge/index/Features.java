package backchat.knowledge.index;

import java.util.Arrays;
import java.util.List;

/**
 * How alike a message is to each passage, by several measures. Confined to one thread.
 *
 * <p>Values are 0 to 1 (cosines of vectors may be slightly below 0). The first group is made of
 * words, the second of meaning. "Asking" is the part of a story that asks; it is the same as the
 * whole where a message is nothing but a question.
 */
public final class Features {
  /** Measures made of words. */
  public static final List<String> WORDS =
      List.of(
          "best-form",
          "three-forms",
          "forms",
          "answer",
          "body",
          "extra",
          "asking-best-form",
          "asking-three-forms");

  /** Measures made of sentence vectors. */
  public static final List<String> MEANING =
      List.of(
          "best-form-vector",
          "three-forms-vector",
          "answer-vector",
          "asking-best-form-vector",
          "asking-three-forms-vector",
          "asking-answer-vector");

  /** More than any weighted sum. */
  static final double VERY_WORDS = 100;

  private final double[][] columns;

  Features(int passages, boolean meaning) {
    columns = new double[WORDS.size() + (meaning ? MEANING.size() : 0)][passages];
  }

  private static String name(int measure) {
    return measure < WORDS.size() ? WORDS.get(measure) : MEANING.get(measure - WORDS.size());
  }

  /** The least that a measure can be; the most is 1. */
  static double lowest(int measure) {
    return name(measure).endsWith("answer-vector") ? -1 : 0;
  }

  /** The same for a passage that is asked in the very words of one of its questions. */
  static double lowestInVeryWords(int measure) {
    String name = name(measure);
    return name.contains("best-form")
        ? 1
        : name.contains("three-forms") ? 1.0 / 3 : lowest(measure);
  }

  /** The values of one measure for all passages, to be filled in. */
  double[] column(int measure) {
    return columns[measure];
  }

  /** Lets measures have the values of others. */
  void repeat(int from, int to, int measures) {
    System.arraycopy(columns, from, columns, to, measures);
  }

  /** How many measures there are. */
  public int measures() {
    return columns.length;
  }

  /** How many passages there are. */
  public int passages() {
    return columns[0].length;
  }

  /** One measure of one passage. */
  public double get(int measure, int passage) {
    return columns[measure][passage];
  }

  /**
   * The weighted sum of the measures of each passage; one that is asked in its very words comes
   * before all others.
   */
  public double[] scores(double[] weights) {
    double[] scores = new double[passages()];
    for (int measure = 0; measure < columns.length; measure++) {
      double weight = weights[measure];
      double[] column = columns[measure];
      for (int passage = 0; passage < scores.length; passage++) {
        scores[passage] += weight * column[passage];
      }
    }
    for (int passage = 0; passage < scores.length; passage++) {
      scores[passage] += columns[0][passage] > Measures.ITSELF ? VERY_WORDS : 0;
    }
    return scores;
  }

  /** Positions of the best passages by score, ties by position; at most so many. */
  public static int[] best(double[] scores, int most) {
    int[] best = new int[Math.min(most, scores.length)];
    Arrays.fill(best, -1);
    for (int passage = 0; passage < scores.length; passage++) {
      int place = best.length;
      while (place > 0 && (best[place - 1] < 0 || scores[passage] > scores[best[place - 1]])) {
        place--;
      }
      if (place < best.length) {
        System.arraycopy(best, place, best, place + 1, best.length - place - 1);
        best[place] = passage;
      }
    }
    return best;
  }
}
