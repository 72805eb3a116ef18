package backchat.bot.telegram;

import java.time.Duration;

/** What goes wrong with one call. Immutable. */
sealed interface Fault {
  /** An answer with {@code ok: false}. */
  record Refusal(int code, String description, Duration retryAfter) implements Fault {}

  /** A gateway's page instead of an answer. */
  record Page(int status) implements Fault {}

  /** A text instead of an answer; the call takes effect. */
  record Instead(String body) implements Fault {}

  /** The connection breaks. */
  record Drop(boolean afterEffect) implements Fault {}

  /** The call takes effect and the answer breaks off in the middle of the body. */
  record CutOff() implements Fault {}

  /** No answer ever. */
  record Hang(boolean afterEffect) implements Fault {}

  static Fault tooMany(int seconds) {
    return new Refusal(429, "Too Many Requests: retry after", Duration.ofSeconds(seconds));
  }

  static Fault refused(int code, String description) {
    return new Refusal(code, description, Duration.ZERO);
  }
}
