package backchat.bot.store;

import backchat.bot.config.StoreConfig;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that outlasts the process, in one database. It never keeps the bot from answering: it is
 * opened in the background, what cannot be kept now is refused with {@link StoreDown}, and it is
 * tried again every second. A damaged file is set aside, never deleted, and another one begun.
 * Thread-safe.
 */
public final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  /**
   * How it stands. Immutable.
   *
   * @param ready whether it keeps what it is given
   * @param says why, in words for operators and moderators
   */
  public record Health(boolean ready, String says) {}

  private final Database database;
  private final AuditLog audit;
  private final FeedbackCounts feedback;
  private final Gaps gaps;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store").factory());

  private Store(StoreConfig config, Clock clock) {
    this.database = new Database(config, clock);
    this.audit = new AuditLog(database, clock);
    this.feedback = new FeedbackCounts(database);
    this.gaps = new Gaps(database, clock);
  }

  /**
   * Begins to open the database and returns at once.
   *
   * @param config which database
   * @param clock by which things are dated and forgotten
   */
  public static Store open(StoreConfig config, Clock clock) {
    Store store = new Store(config, clock);
    store.timer.scheduleWithFixedDelay(store::tend, 0, 1, TimeUnit.SECONDS);
    store.timer.scheduleWithFixedDelay(store::forget, 0, 1, TimeUnit.HOURS);
    return store;
  }

  private void tend() {
    try {
      database.tend();
      feedback.flush();
    } catch (StoreDown e) {
      LOG.debug("counts wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the database could not be tended", e);
    }
  }

  /** Deletes what has been kept for long enough; done every hour. */
  void forget() {
    try {
      gaps.forget();
    } catch (StoreDown e) {
      LOG.warn("what is too old is deleted later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("what is too old could not be deleted", e);
    }
  }

  /** How it stands; cheap. */
  public Health health() {
    if (!database.trouble().isEmpty()) {
      return new Health(false, database.trouble() + "; until that is mended nothing is kept");
    }
    String aside = database.setAsideAs();
    return new Health(
        true,
        aside.isEmpty()
            ? "the database works"
            : "the database works; the earlier file was damaged and was set aside as " + aside);
  }

  /** What moderators did. */
  public AuditLog audit() {
    return audit;
  }

  /** What became of passages. */
  public FeedbackCounts feedback() {
    return feedback;
  }

  /** Questions that were shared with the moderators. */
  public Gaps gaps() {
    return gaps;
  }

  /** Writes what was gathered and lets go of the database. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      timer.awaitTermination(5, TimeUnit.SECONDS);
      feedback.flush();
    } catch (StoreDown e) {
      LOG.warn("the last counts are lost: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
