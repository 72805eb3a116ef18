package backchat.knowledge.triage;

import java.util.List;
import java.util.Map;

/**
 * The wide net under the patterns: how like the examples of red flags a message is, in words that
 * no pattern names. Immutable and thread-safe.
 *
 * <p>It is learnt on each load from the red flags' examples and counter-examples, the questions of
 * passages, those that are off topic and harmless messages; see {@link LikenessLearning}.
 */
final class Likeness {
  /** Learns nothing and is like nothing. */
  static final Likeness NONE = new Likeness(new float[0], 0, Map.of());

  private final float[] weights;
  private final float bias;
  private final Map<Integer, float[]> byKind;

  /**
   * @param weights by feature: above zero speaks for danger
   * @param byKind by feature: how much it speaks for each kind of danger
   */
  Likeness(float[] weights, float bias, Map<Integer, float[]> byKind) {
    this.weights = weights;
    this.bias = bias;
    this.byKind = byKind;
  }

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
      float[] votes = byKind.get(feature);
      for (int i = 0; votes != null && i < size; i++) {
        sums[i] += votes[i];
      }
    }
    return sums;
  }
}
