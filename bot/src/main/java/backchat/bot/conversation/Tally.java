package backchat.bot.conversation;

import backchat.knowledge.Answer;
import java.time.Duration;

/**
 * Counts what happens on one platform, without a word on who or what about. Thread-safe; never
 * throws.
 */
public interface Tally {
  /** Counts nothing. */
  Tally NONE = new Tally() {};

  /** What came of handing something to a platform. */
  enum Sent {
    /** The platform took it. */
    DONE,
    /** The platform refused it for good. */
    REFUSED,
    /** It did not get through, and is tried again where that may help. */
    FAILED,
    /** The platform asked to wait (429); it is sent again after that. */
    TOO_MANY
  }

  /**
   * A question was answered.
   *
   * @param answer whose kind is counted
   * @param took how long finding it took
   */
  default void answered(Answer answer, Duration took) {}

  /** An asker sent more than anybody can read and was told so, or heard nothing. */
  default void heldBack() {}

  /** Something failed inside, and the asker was told so. */
  default void failed() {}

  /** A message, an edit or the answer to a button was handed to the platform. */
  default void sent(Sent outcome) {}
}
