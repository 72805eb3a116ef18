package backchat.knowledge.index;

/**
 * A probability from a weighted sum: 1 / (1 + exp(-(bias + sum of weight x value))). Immutable.
 *
 * @param bias the constant part
 * @param weights one a value
 */
public record Logistic(double bias, double[] weights) {
  /** The probability for some values, 0 to 1. */
  public double probability(double[] values) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * values[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
