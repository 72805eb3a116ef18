package backchat.knowledge.learning;

import backchat.knowledge.index.Logistic;
import java.util.List;

/** Logistic regression with small weights. Immutable. */
final class LogisticLearning {
  private static final double SMALLNESS = 4;

  private LogisticLearning() {}

  /**
   * @param values one row a case
   * @param so whether it was so, one a case
   */
  static Logistic learn(List<double[]> values, List<Boolean> so) {
    int width = values.getFirst().length;
    double[] mean = new double[width];
    double[] spread = new double[width];
    for (int i = 0; i < width; i++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : values) {
        sum += row[i];
        squares += row[i] * row[i];
      }
      mean[i] = sum / values.size();
      spread[i] = Math.sqrt(Math.max(1e-12, squares / values.size() - mean[i] * mean[i]));
    }
    double[] point = Minimizer.minimum(width + 1, at -> gradient(values, so, mean, spread, at));
    double bias = point[width];
    double[] weights = new double[width];
    for (int i = 0; i < width; i++) {
      weights[i] = point[i] / spread[i];
      bias -= weights[i] * mean[i];
    }
    return new Logistic(bias, weights);
  }

  private static double[] gradient(
      List<double[]> values, List<Boolean> so, double[] mean, double[] spread, double[] at) {
    int width = mean.length;
    double[] gradient = new double[width + 1];
    for (int row = 0; row < values.size(); row++) {
      double sum = at[width];
      for (int i = 0; i < width; i++) {
        sum += at[i] * (values.get(row)[i] - mean[i]) / spread[i];
      }
      double push = (1 / (1 + Math.exp(-sum)) - (so.get(row) ? 1 : 0)) / values.size();
      for (int i = 0; i < width; i++) {
        gradient[i] += push * (values.get(row)[i] - mean[i]) / spread[i];
      }
      gradient[width] += push;
    }
    for (int i = 0; i < width; i++) {
      gradient[i] += 2 * SMALLNESS * at[i] / values.size();
    }
    return gradient;
  }
}
