package backchat.bot.discord;

import backchat.bot.conversation.Tally;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sees every answer of Discord's, and remembers what went wrong for as long as it matters.
 * Thread-safe.
 */
final class RestWatch implements Interceptor {
  private static final Duration MEMORY = Duration.ofSeconds(30);

  /** What people get to see: messages, first responses and what follows them. */
  private static final Pattern SENDS =
      Pattern.compile(".*/(channels/[0-9]+/messages|interactions/.*|webhooks/.*)");

  private final Clock clock;
  private final Tally tally;
  private volatile Trouble last = new Trouble("", Instant.MIN, false);

  private record Trouble(String says, Instant until, boolean refused) {}

  RestWatch(Clock clock, Tally tally) {
    this.clock = clock;
    this.tally = tally;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      Response response = chain.proceed(chain.request());
      boolean byToken =
          !chain.request().url().encodedPath().matches(".*/(webhooks|interactions)/.*");
      note(response, byToken);
      count(chain.request(), response.code());
      return response;
    } catch (IOException e) {
      last = new Trouble("calls do not reach Discord", clock.instant().plus(MEMORY), false);
      count(chain.request(), 0);
      throw e;
    }
  }

  private void count(Request request, int code) {
    if (code == 429) {
      tally.sent(Tally.Sent.TOO_MANY);
    } else if (!request.method().equals("GET")
        && SENDS.matcher(request.url().encodedPath()).matches()) {
      boolean mayPass = code == 0 || code >= 500;
      tally.sent(
          code >= 200 && code < 300
              ? Tally.Sent.DONE
              : mayPass ? Tally.Sent.FAILED : Tally.Sent.REFUSED);
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
