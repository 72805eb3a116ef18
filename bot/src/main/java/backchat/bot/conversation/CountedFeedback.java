package backchat.bot.conversation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Feedback counted in memory, lost when the process ends. Thread-safe. */
public final class CountedFeedback implements Feedback {
  /**
   * What became of one passage. Immutable.
   *
   * @param answered how often it was shown
   * @param helped how often it was what the asker wanted
   * @param missed how often it was not
   */
  public record Counts(long answered, long helped, long missed) {
    private static final Counts NONE = new Counts(0, 0, 0);

    private Counts plus(Counts other) {
      return new Counts(answered + other.answered, helped + other.helped, missed + other.missed);
    }
  }

  private final Map<String, Counts> counts = new ConcurrentHashMap<>();

  @Override
  public void answered(String passage, int edition) {
    counts.merge(passage, new Counts(1, 0, 0), Counts::plus);
  }

  @Override
  public void rated(String passage, int edition, boolean helped) {
    counts.merge(passage, new Counts(0, helped ? 1 : 0, helped ? 0 : 1), Counts::plus);
  }

  /** What became of a passage so far. */
  public Counts of(String passage) {
    return counts.getOrDefault(passage, Counts.NONE);
  }
}
