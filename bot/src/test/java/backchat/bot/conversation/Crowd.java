package backchat.bot.conversation;

/** Many people on one platform, and how long each waited for each answer. Thread-safe. */
public interface Crowd extends AutoCloseable {
  /**
   * Somebody asks; returns at once.
   *
   * @param counted whether the wait is one of {@link #waits}
   */
  void asks(int user, String text, boolean counted);

  /** How many questions have no answer yet. */
  int waiting();

  /** Waits until all are answered or nothing comes any more. */
  void settle();

  /** Nanoseconds from the moment at which the bot could know of a question to its answer. */
  long[] waits();

  /** Settings of the bot under test, for this platform. */
  String settings();

  @Override
  void close();
}
