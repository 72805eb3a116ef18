package backchat.knowledge.learning;

/**
 * Finds where a smooth function is least, from its gradient (Kingma and Ba, Adam: a method for
 * stochastic optimization, ICLR 2015), always from zero and in the same steps, so that the same
 * data gives the same weights. Immutable.
 */
final class Minimizer {
  private static final int STEPS = 500;
  private static final double PACE = 0.1;
  private static final double MEMORY = 0.9;
  private static final double SQUARE_MEMORY = 0.999;

  private Minimizer() {}

  /** A function's gradient. */
  @FunctionalInterface
  interface Gradient {
    /** The gradient at a point. */
    double[] at(double[] point);
  }

  static double[] minimum(int dimensions, Gradient gradient) {
    double[] point = new double[dimensions];
    double[] mean = new double[dimensions];
    double[] square = new double[dimensions];
    for (int step = 1; step <= STEPS; step++) {
      double[] slope = gradient.at(point);
      double pace = PACE * (1 - (double) step / (STEPS + 1));
      for (int i = 0; i < dimensions; i++) {
        mean[i] = MEMORY * mean[i] + (1 - MEMORY) * slope[i];
        square[i] = SQUARE_MEMORY * square[i] + (1 - SQUARE_MEMORY) * slope[i] * slope[i];
        double even = mean[i] / (1 - Math.pow(MEMORY, step));
        double spread = square[i] / (1 - Math.pow(SQUARE_MEMORY, step));
        point[i] -= pace * even / (Math.sqrt(spread) + 1e-9);
      }
    }
    return point;
  }
}
