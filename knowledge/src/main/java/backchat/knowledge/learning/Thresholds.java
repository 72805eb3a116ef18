package backchat.knowledge.learning;

import java.util.List;

/**
 * From which probabilities on a passage is given or offered. Immutable.
 *
 * @param found from this probability that the first passage is right on, it is the answer
 * @param offered from this probability that one of three is right on, they are offered
 */
record Thresholds(double found, double offered) {
  /** Shares of wrong answers that may not be passed on the training questions. */
  private static final double WRONG_IN_SCOPE = 0.023;

  private static final double WRONG_OUT_OF_SCOPE = 0.025;

  /** Shares of questions out of scope that must be refused there. */
  private static final double REFUSED = 0.95;

  private static final double REFUSED_NEAR = 0.9;

  /** A judged case with its two probabilities. Immutable. */
  record Likely(Judged judged, double first, double any) {}

  /** The lowest thresholds that hold the promises on these cases. */
  static Thresholds of(List<Likely> cases) {
    double found = 0.05;
    while (found < 0.99 && !holdsFound(cases, found)) {
      found += 0.005;
    }
    double offered = 0.02;
    while (offered < 0.99 && !holdsOffered(cases, found, offered)) {
      offered += 0.005;
    }
    return new Thresholds(round(found), round(offered));
  }

  private static boolean holdsFound(List<Likely> cases, double found) {
    return share(cases, true, c -> c.first() >= found && !c.judged().first()) <= WRONG_IN_SCOPE
        && share(cases, false, c -> c.first() >= found && !c.judged().harmless())
            <= WRONG_OUT_OF_SCOPE;
  }

  private static boolean holdsOffered(List<Likely> cases, double found, double offered) {
    List<Likely> near = cases.stream().filter(c -> c.judged().of().near()).toList();
    return share(cases, false, c -> c.first() < found && c.any() < offered) >= REFUSED
        && share(near, false, c -> c.first() < found && c.any() < offered) >= REFUSED_NEAR;
  }

  private static double share(
      List<Likely> cases, boolean answerable, java.util.function.Predicate<Likely> so) {
    long all = cases.stream().filter(c -> c.judged().of().answerable() == answerable).count();
    long count =
        cases.stream().filter(c -> c.judged().of().answerable() == answerable).filter(so).count();
    return all == 0 ? 0 : (double) count / all;
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
