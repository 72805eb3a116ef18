package backchat.bot.telegram;

import java.time.Duration;
import java.util.Optional;

/**
 * A call to Telegram without a usable result. Its message holds no token and no text. Immutable.
 */
final class CallFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is known of the call. */
  enum Kind {
    /** Telegram refused it for good: nothing happened, and the same call will be refused again. */
    REFUSED,
    /** Too many calls: nothing happened; wait as told. */
    WAIT,
    /** It did not reach Telegram, or Telegram is out of order: nothing happened. */
    DOWN,
    /** It left and no answer came: nobody knows whether it took effect. */
    UNKNOWN,
    /** It took effect, but what Telegram said of it cannot be read. */
    UNREADABLE
  }

  private final Kind kind;
  private final int code;
  private final transient Duration retryAfter;
  private final transient Optional<Long> migratedTo;

  CallFailed(Kind kind, int code, String what, Duration retryAfter, Optional<Long> migratedTo) {
    super(what);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
    this.migratedTo = migratedTo;
  }

  CallFailed(Kind kind, int code, String what) {
    this(kind, code, what, Duration.ZERO, Optional.empty());
  }

  Kind kind() {
    return kind;
  }

  /** Telegram's error code or the HTTP status; 0 when there was none. */
  int code() {
    return code;
  }

  /** How long to wait; zero when Telegram did not say. */
  Duration retryAfter() {
    return retryAfter;
  }

  /** The chat that a group has become, when that is why the call was refused. */
  Optional<Long> migratedTo() {
    return migratedTo;
  }
}
