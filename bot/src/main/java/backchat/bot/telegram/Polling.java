package backchat.bot.telegram;

import backchat.bot.conversation.Platform.Condition;
import backchat.bot.conversation.Platform.Health;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates for as long as the bot runs, whatever happens. The offset, with which Telegram is
 * told what it may forget, moves on only when the updates before it are noted in the ledger.
 * Confined to one thread, but for {@link #health} and {@link #stop}.
 */
final class Polling implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** How much longer than asked a poll may take before Telegram counts as silent. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final int REFUSED = 401;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  /** Who works on updates. */
  interface Taker {
    /**
     * Takes updates over; when it returns they will be answered even if the process dies.
     *
     * @throws IOException if they could not be noted; they are fetched again
     */
    void take(List<TolerantGetUpdates.Received> updates) throws IOException;

    /** Waits while there is so much in hand that fetching more would only make it wait here. */
    void awaitRoom() throws InterruptedException;
  }

  private final Api api;
  private final Duration longPoll;
  private final Duration conflictRetry;
  private final Taker taker;
  private final Clock clock;
  private volatile boolean stopped;
  private volatile Instant lastPoll;
  private volatile Instant lastBegun;
  private volatile Optional<Health> trouble = Optional.empty();

  Polling(Api api, Duration longPoll, Duration conflictRetry, Taker taker, Clock clock) {
    this.api = api;
    this.longPoll = longPoll;
    this.conflictRetry = conflictRetry;
    this.taker = taker;
    this.clock = clock;
    this.lastPoll = clock.instant();
    this.lastBegun = lastPoll;
  }

  @Override
  public void run() {
    int offset = 0;
    Duration pause = FIRST_PAUSE;
    while (!stopped) {
      try {
        taker.awaitRoom();
        lastBegun = clock.instant();
        // after trouble it should show at once that all is well again
        Duration wait = trouble.isEmpty() ? longPoll : Duration.ZERO;
        TolerantGetUpdates poll = new TolerantGetUpdates(offset, wait);
        api.call(poll, wait, () -> {});
        taker.take(poll.received());
        for (TolerantGetUpdates.Received received : poll.received()) {
          offset = Math.max(offset, received.update().getUpdateId() + 1);
        }
        lastPoll = clock.instant();
        trouble = Optional.empty();
        pause = FIRST_PAUSE;
      } catch (InterruptedException e) {
        stopped = true;
      } catch (Exception | Error e) {
        pause = afterTrouble(e, pause);
      }
    }
  }

  /** Waits as the trouble asks for; returns how long to wait should the same happen again. */
  private Duration afterTrouble(Throwable e, Duration pause) {
    if (stopped) {
      return pause;
    }
    Duration wait = pause;
    if (e instanceof CallFailed failed) {
      trouble = Optional.of(trouble(failed));
      wait = wait(failed, pause);
      LOG.warn("{}; polling again in {} ms", failed.getMessage(), wait.toMillis());
    } else {
      trouble =
          Optional.of(
              new Health(Condition.CONNECTING, "updates cannot be noted in the data folder"));
      LOG.error("updates could not be taken", e);
    }
    try {
      Thread.sleep(wait);
    } catch (InterruptedException interrupted) {
      stopped = true;
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private static Health trouble(CallFailed failed) {
    return switch (failed.code()) {
      case CONFLICT ->
          new Health(Condition.CONFLICT, "another copy of this bot fetches its messages (409)");
      case REFUSED, NOT_FOUND ->
          new Health(Condition.REFUSED, "Telegram no longer takes the token");
      default -> new Health(Condition.CONNECTING, "Telegram cannot be reached");
    };
  }

  private Duration wait(CallFailed failed, Duration pause) {
    if (!failed.retryAfter().isZero()) {
      return failed.retryAfter();
    }
    boolean slow =
        failed.code() == CONFLICT || failed.code() == REFUSED || failed.code() == NOT_FOUND;
    return slow ? conflictRetry : pause;
  }

  /** How polling stands; good while a poll came back lately and the last one was no trouble. */
  Health health() {
    Instant now = clock.instant();
    Optional<Duration> silence = Optional.of(Duration.between(lastPoll, now));
    Instant from = lastBegun.isAfter(lastPoll) ? lastBegun : lastPoll;
    Duration most = longPoll.plus(GRACE);
    Health health =
        trouble.orElseGet(
            () ->
                from.plus(most).isAfter(now)
                    ? new Health(Condition.SERVING, "serving")
                    : new Health(
                        Condition.CONNECTING,
                        "no answer from Telegram for " + most.toSeconds() + " s"));
    return new Health(health.condition(), health.says(), silence);
  }

  /** No further poll begins; the one that is under way is for the caller to cancel. */
  void stop() {
    stopped = true;
  }
}
