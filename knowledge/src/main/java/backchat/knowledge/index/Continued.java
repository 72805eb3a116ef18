package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ranks a message that leans on a passage shown before it: by what it says itself and, just as
 * much, by what it says together with that passage's question. The passage itself has been read
 * already, so it is offered only where the message alone asks for it. Thresholds were set on the
 * questions in {@code follow-ups.jsonl} of the tests. Confined to one thread.
 */
final class Continued {
  /** Below this probability that any passage answers, the message is about something else. */
  private static final double ABOUT_US = 0.05;

  /** From this probability on, what the message asks for with and without the passage is found. */
  private static final double SURE = 0.6;

  private static final double LEAST_SHARE = 0.9;
  private static final int OFFERED = 3;

  private final double[] alone;
  private final double[] joined;
  private final double[] together;
  private final double any;
  private final int before;

  /**
   * @param alone the scores of the message
   * @param joined the scores of the message with the question of the passage before it
   * @param any how likely one of the first three passages answers the message alone
   * @param before position of the passage before it
   */
  Continued(double[] alone, double[] joined, double any, int before) {
    this.alone = alone;
    this.joined = joined;
    this.any = any;
    this.before = before;
    this.together = new double[alone.length];
    for (int passage = 0; passage < alone.length; passage++) {
      together[passage] = alone[passage] + joined[passage];
    }
    together[before] = Double.NEGATIVE_INFINITY;
  }

  /** What to offer, and what follows from it; without measures, since two messages made it. */
  Ranking ranking(List<Passage> passages) {
    List<Ranking.Scored> scored =
        offered().stream()
            .map(place -> new Ranking.Scored(passages.get(place), confidence(place), List.of()))
            .toList();
    return new Ranking(scored, scored.getFirst().confidence(), any, verdict());
  }

  /** Positions, best first, each once. */
  private List<Integer> offered() {
    int[] best = Features.best(together, OFFERED);
    int first = Features.best(alone, 1)[0];
    List<Integer> offered = new ArrayList<>(List.of(best[0], first));
    for (int place = 1; place < best.length; place++) {
      offered.add(best[place]);
    }
    return offered.stream().distinct().limit(OFFERED).toList();
  }

  private Ranking.Verdict verdict() {
    if (any < ABOUT_US) {
      return Ranking.Verdict.NOT_FOUND;
    }
    int best = Features.best(together, 1)[0];
    boolean agreed = best == Features.best(alone, 1)[0] && isNear(best);
    return agreed && any >= SURE && share(best) >= LEAST_SHARE
        ? Ranking.Verdict.FOUND
        : Ranking.Verdict.UNSURE;
  }

  /** Whether it is one of the best for the message with the passage, besides that passage. */
  private boolean isNear(int passage) {
    return Arrays.stream(Features.best(joined, OFFERED + 1)).anyMatch(near -> near == passage);
  }

  private double share(int best) {
    double sum = 0;
    for (double score : together) {
      sum += Math.exp(score - together[best]);
    }
    return 1 / sum;
  }

  /** How likely the passage at a position answers, at most, 0 to 1. */
  private double confidence(int passage) {
    return passage == before ? any / OFFERED : any * share(passage);
  }
}
