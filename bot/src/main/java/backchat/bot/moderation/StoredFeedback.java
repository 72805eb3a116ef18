package backchat.bot.moderation;

import backchat.bot.conversation.Feedback;
import backchat.bot.store.FeedbackCounts;

/** Counts in the store. Thread-safe. */
public final class StoredFeedback implements Feedback {
  private final FeedbackCounts counts;

  /**
   * @param counts where votes are counted
   */
  public StoredFeedback(FeedbackCounts counts) {
    this.counts = counts;
  }

  @Override
  public void answered(String passage, int edition) {
    counts.answered(passage, edition);
  }

  @Override
  public void rated(String passage, int edition, boolean helped) {
    counts.rated(passage, edition, helped);
  }
}
