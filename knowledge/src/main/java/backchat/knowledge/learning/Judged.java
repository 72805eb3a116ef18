package backchat.knowledge.learning;

import backchat.knowledge.index.Features;
import backchat.knowledge.index.PassageIndex;

/**
 * A case with the scores that some weights give it. Immutable.
 *
 * @param of the case
 * @param evidence what its confidences are made of
 * @param first whether the first passage is right
 * @param any whether one of the first three is
 * @param harmless whether the first passage is tolerated
 * @param place of the best right passage, from 0; 10 when it is not among ten
 */
record Judged(Case of, double[] evidence, boolean first, boolean any, boolean harmless, int place) {
  private static final int DEPTH = 10;

  static Judged of(Case one, double[] weights, PassageIndex index) {
    double[] scores = one.sample().features().scores(weights);
    int[] best = Features.best(scores, DEPTH);
    int place = 0;
    while (place < best.length && !one.right()[best[place]]) {
      place++;
    }
    return new Judged(
        one,
        index.evidence(one.sample(), scores, best),
        place == 0,
        place < 3,
        one.tolerated()[best[0]],
        place);
  }
}
