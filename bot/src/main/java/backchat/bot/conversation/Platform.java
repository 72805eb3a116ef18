package backchat.bot.conversation;

import java.time.Duration;

/**
 * One way by which people reach the bot. Thread-safe; {@link #start} and {@link #stop} are each
 * called once, from one thread.
 */
public interface Platform {
  /** Its name as operators know it, such as Telegram. */
  String name();

  /**
   * Begins to serve; returns once the credentials are known to be good, or while the platform is
   * out of reach and still being tried.
   *
   * @throws StartFailed if the operator has to mend something
   */
  void start() throws StartFailed;

  /** How it stands; cheap, from any thread. */
  Health health();

  /**
   * Takes no more requests, answers those in hand and leaves no thread behind.
   *
   * @param most how long to wait for what is in hand
   */
  void stop(Duration most);

  /**
   * How a platform stands. Immutable.
   *
   * @param ready whether it serves
   * @param says why, in words for operators, without a token or an id in them
   */
  record Health(boolean ready, String says) {}

  /** A platform that cannot start until the operator mends something. Immutable. */
  final class StartFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what to do, without a token in it
     */
    public StartFailed(String message) {
      super(message);
    }
  }
}
