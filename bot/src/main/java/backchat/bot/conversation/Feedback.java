package backchat.bot.conversation;

/** Counts what became of passages, without a word on who asked. Thread-safe. */
public interface Feedback {
  /** A passage of an edition was shown as an answer. */
  void answered(String passage, int edition);

  /**
   * An asker said whether a passage was what they wanted.
   *
   * @param helped false for "not what I asked"
   */
  void rated(String passage, int edition, boolean helped);
}
