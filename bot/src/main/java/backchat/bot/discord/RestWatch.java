package backchat.bot.discord;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sees every answer of Discord's, and remembers what went wrong for as long as it matters.
 * Thread-safe.
 */
final class RestWatch implements Interceptor {
  private static final Duration MEMORY = Duration.ofSeconds(30);

  private final Clock clock;
  private volatile Trouble last = new Trouble("", Instant.MIN, false);

  private record Trouble(String says, Instant until, boolean refused) {}

  RestWatch(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      Response response = chain.proceed(chain.request());
      boolean byToken =
          !chain.request().url().encodedPath().matches(".*/(webhooks|interactions)/.*");
      note(response, byToken);
      return response;
    } catch (IOException e) {
      last = new Trouble("calls do not reach Discord", clock.instant().plus(MEMORY), false);
      throw e;
    }
  }

  private void note(Response response, boolean byToken) {
    Instant now = clock.instant();
    if (response.code() == 429) {
      String wait = response.header("Retry-After", "1");
      long seconds = wait.matches("[0-9]{1,6}") ? Long.parseLong(wait) : 1;
      boolean all = response.header("X-RateLimit-Global") != null || response.header("Via") == null;
      last =
          new Trouble(
              (all ? "all calls wait" : "calls of one kind wait") + " for " + seconds + " s (429)",
              now.plusSeconds(Math.max(seconds, MEMORY.toSeconds())),
              false);
    } else if (response.code() >= 500) {
      last = new Trouble("Discord answers " + response.code(), now.plus(MEMORY), false);
    } else if (response.code() == 401 && byToken) {
      last = new Trouble("Discord refuses the token (401)", Instant.MAX, true);
    } else if (last.refused() && response.isSuccessful() && byToken) {
      last = new Trouble("", Instant.MIN, false);
    }
  }

  /** What went wrong lately; empty when nothing did. */
  Optional<String> trouble() {
    Trouble now = last;
    return now.until().isAfter(clock.instant()) ? Optional.of(now.says()) : Optional.empty();
  }

  /** Whether the token is refused. */
  boolean refused() {
    return last.refused();
  }
}
