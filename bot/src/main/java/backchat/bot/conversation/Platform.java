package backchat.bot.conversation;

import java.time.Duration;
import java.util.Optional;

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
   * Says something in a chat or channel without being asked; tried while the platform can be
   * reached, and given up quietly where it cannot.
   *
   * @param place id of the chat or channel there
   */
  void tell(String place, Reply reply);

  /**
   * Takes no more requests, answers those in hand and leaves no thread behind.
   *
   * @param most how long to wait for what is in hand
   */
  void stop(Duration most);

  /** Why a platform serves or does not. */
  enum Condition {
    /** It serves. */
    SERVING,
    /** It cannot be reached, and is tried again. */
    CONNECTING,
    /** Another copy of this bot has taken its place (409 at Telegram); tried again. */
    CONFLICT,
    /** It refuses us until the operator mends something. */
    REFUSED,
    /** It was told to stop. */
    STOPPED
  }

  /**
   * How a platform stands. Immutable.
   *
   * @param condition whether it serves, and if not, why
   * @param says the same in words for operators, without a token or an id in them
   * @param silence since the platform was last heard of: Telegram's last answer to a poll,
   *     Discord's last heartbeat on the quietest shard; empty when it never was
   */
  record Health(Condition condition, String says, Optional<Duration> silence) {
    /** Without anything heard. */
    public Health(Condition condition, String says) {
      this(condition, says, Optional.empty());
    }

    /** Whether it serves. */
    public boolean ready() {
      return condition == Condition.SERVING;
    }
  }

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
