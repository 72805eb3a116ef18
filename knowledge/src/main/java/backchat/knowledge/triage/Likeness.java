package backchat.knowledge.triage;

import java.util.List;

/**
 * The wide net under the patterns: how like the examples of red flags a message is, in words that
 * no pattern names. Immutable and thread-safe.
 *
 * <p>It is learnt from the red flags' examples and counter-examples, the questions of passages,
 * those that are off topic and harmless messages; see {@link LikenessLearning}. Arrays, not to be
 * written to, so that a file can hold it: {@link LikenessFile}.
 *
 * @param weights by feature: above zero speaks for danger; none, then nothing is like anything
 * @param bias what speaks for danger whatever the features
 * @param places for each single feature the number of its votes, or -1 where it has none
 * @param votes by number of votes and kind of danger: how much the feature speaks for that kind
 */
record Likeness(float[] weights, float bias, int[] places, float[] votes) {
  /** Has learnt nothing and is like nothing. */
  static final Likeness NONE = new Likeness(new float[0], 0, new int[0], new float[0]);

  /** How like an example the most like window of a message is; 0 is even odds. */
  double score(List<int[]> windows) {
    double best = Double.NEGATIVE_INFINITY;
    for (int[] window : windows) {
      best = Math.max(best, score(window));
    }
    return best;
  }

  private double score(int[] window) {
    if (weights.length == 0 || window.length == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int feature : window) {
      sum += weights[feature];
    }
    return bias + sum / Math.sqrt(window.length);
  }

  /** How much a message speaks for each kind of danger. */
  double[] kinds(List<int[]> windows, int size) {
    double[] sums = new double[size];
    int[] best = new int[0];
    for (int[] window : windows) {
      best = best.length == 0 || score(window) > score(best) ? window : best;
    }
    for (int feature : best) {
      int place = feature < places.length ? places[feature] : -1;
      for (int i = 0; place >= 0 && i < size; i++) {
        sums[i] += votes[place * size + i];
      }
    }
    return sums;
  }
}
