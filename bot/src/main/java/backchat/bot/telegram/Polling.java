package backchat.bot.telegram;

import backchat.bot.conversation.Platform.Health;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private volatile String trouble = "";

  Polling(Api api, Duration longPoll, Duration conflictRetry, Taker taker, Clock clock) {
    this.api = api;
    this.longPoll = longPoll;
    this.conflictRetry = conflictRetry;
    this.taker = taker;
    this.clock = clock;
    this.lastPoll = clock.instant();
  }

  @Override
  public void run() {
    int offset = 0;
    Duration pause = FIRST_PAUSE;
    while (!stopped) {
      try {
        taker.awaitRoom();
        TolerantGetUpdates poll = new TolerantGetUpdates(offset, longPoll);
        api.call(poll, longPoll, () -> {});
        taker.take(poll.received());
        for (TolerantGetUpdates.Received received : poll.received()) {
          offset = Math.max(offset, received.update().getUpdateId() + 1);
        }
        lastPoll = clock.instant();
        trouble = "";
        pause = FIRST_PAUSE;
      } catch (InterruptedException e) {
        stopped = true;
      } catch (Exception e) {
        pause = afterTrouble(e, pause);
      }
    }
  }

  /** Waits as the trouble asks for; returns how long to wait should the same happen again. */
  private Duration afterTrouble(Exception e, Duration pause) {
    if (stopped) {
      return pause;
    }
    Duration wait = pause;
    if (e instanceof CallFailed failed) {
      trouble = says(failed);
      wait = wait(failed, pause);
      LOG.warn("{}; polling again in {} ms", failed.getMessage(), wait.toMillis());
    } else {
      trouble = "cannot note updates";
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

  private static String says(CallFailed failed) {
    return switch (failed.code()) {
      case CONFLICT -> "another copy of this bot fetches its messages";
      case REFUSED, NOT_FOUND -> "Telegram no longer takes the token";
      default -> "Telegram cannot be reached";
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
    if (!trouble.isEmpty()) {
      return new Health(false, trouble);
    }
    Duration most = longPoll.multipliedBy(2).plus(LONGEST_PAUSE);
    boolean fresh = lastPoll.plus(most).isAfter(clock.instant());
    return fresh
        ? new Health(true, "serving")
        : new Health(false, "no answer from Telegram for " + most.toSeconds() + " s");
  }

  /** No further poll begins; the one that is under way is for the caller to cancel. */
  void stop() {
    stopped = true;
  }
}
