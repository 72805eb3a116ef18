package backchat.knowledge.learning;

import backchat.knowledge.index.Features;
import java.util.List;

/**
 * Learns the weights of the measures so that the softmax of the scores puts its mass on right
 * passages (the listwise loss of Cao and others, Learning to rank: from pairwise approach to
 * listwise approach, ICML 2007), kept small by the squares of the weights. Immutable.
 */
final class RankerLearning {
  private static final double SMALLNESS = 3;

  private RankerLearning() {}

  static double[] weights(List<Case> cases) {
    List<Case> answerable = cases.stream().filter(Case::answerable).toList();
    int measures = answerable.getFirst().sample().features().measures();
    double[] spread = spread(answerable, measures);
    double[] weights =
        Minimizer.minimum(
            measures,
            point -> {
              double[] gradient = new double[measures];
              for (int i = 0; i < measures; i++) {
                gradient[i] = 2 * SMALLNESS * point[i] / answerable.size();
              }
              for (Case one : answerable) {
                add(one, point, spread, answerable.size(), gradient);
              }
              return gradient;
            });
    for (int i = 0; i < measures; i++) {
      weights[i] /= spread[i];
    }
    return weights;
  }

  private static void add(Case one, double[] point, double[] spread, int cases, double[] gradient) {
    Features features = one.sample().features();
    double[] weights = new double[point.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = point[i] / spread[i];
    }
    double[] share = features.scores(weights);
    double most = Double.NEGATIVE_INFINITY;
    for (double score : share) {
      most = Math.max(most, score);
    }
    double sum = 0;
    double rightSum = 0;
    for (int p = 0; p < share.length; p++) {
      share[p] = Math.exp(share[p] - most);
      sum += share[p];
      rightSum += one.right()[p] ? share[p] : 0;
    }
    for (int p = 0; p < share.length; p++) {
      double push = share[p] / sum - (one.right()[p] ? share[p] / rightSum : 0);
      if (Math.abs(push) > 1e-7) {
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] += push * features.get(i, p) / spread[i] / cases;
        }
      }
    }
  }

  /** The standard deviation of each measure over all cases and passages. */
  private static double[] spread(List<Case> cases, int measures) {
    double[] spread = new double[measures];
    for (int i = 0; i < measures; i++) {
      double sum = 0;
      double squares = 0;
      long count = 0;
      for (Case one : cases) {
        Features features = one.sample().features();
        for (int p = 0; p < features.passages(); p++) {
          sum += features.get(i, p);
          squares += features.get(i, p) * features.get(i, p);
          count++;
        }
      }
      double mean = sum / count;
      spread[i] = Math.sqrt(Math.max(1e-12, squares / count - mean * mean));
    }
    return spread;
  }
}
