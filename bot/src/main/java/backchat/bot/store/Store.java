package backchat.bot.store;

import backchat.bot.config.StoreConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

  private final Clock clock;
  private final Database database;
  private final AuditLog audit;
  private final FeedbackCounts feedback;
  private final Gaps gaps;
  private final Processes processes;
  private final EditionNotices notices;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store").factory());

  private Store(StoreConfig config, Clock clock, Duration silence) {
    this.clock = clock;
    this.database = new Database(config, clock);
    this.audit = new AuditLog(database, clock);
    this.feedback = new FeedbackCounts(database);
    this.gaps = new Gaps(database, clock);
    this.processes = new Processes(database, clock, silence);
    this.notices = new EditionNotices(database, processes.own(), clock);
  }

  /**
   * Begins to open the database and returns at once.
   *
   * @param config which database
   * @param clock by which things are dated and forgotten
   */
  public static Store open(StoreConfig config, Clock clock) {
    return open(config, clock, Processes.SILENCE);
  }

  /**
   * @param silence after which another process counts as ended
   */
  static Store open(StoreConfig config, Clock clock, Duration silence) {
    Store store = new Store(config, clock, silence);
    store.timer.scheduleWithFixedDelay(store::tend, 0, 1, TimeUnit.SECONDS);
    store.timer.scheduleWithFixedDelay(store::forget, 0, 1, TimeUnit.HOURS);
    return store;
  }

  private void tend() {
    try {
      database.tend();
      if (database.isServer()) {
        processes.beat();
        notices.flush();
      }
      feedback.flush();
    } catch (StoreDown e) {
      LOG.debug("this waits: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the database could not be tended", e);
    }
  }

  /** Deletes what has been kept for long enough; done every hour. */
  void forget() {
    try {
      gaps.forget();
      forgetUpdates();
    } catch (StoreDown e) {
      LOG.warn("what is too old is deleted later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("what is too old could not be deleted", e);
    }
  }

  private void forgetUpdates() throws StoreDown {
    long oldest = clock.instant().minus(UpdateLedger.MEMORY).toEpochMilli();
    database.run(
        connection -> {
          Statements.change(connection, "DELETE FROM update_note WHERE noted_at < ?", oldest);
          Statements.change(connection, "DELETE FROM process WHERE seen_at < ?", oldest);
          return Statements.change(connection, "DELETE FROM notice WHERE at < ?", oldest);
        });
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

  /** What moderators should know of it; empty when all is well. */
  public Optional<String> trouble() {
    Health health = health();
    return health.ready() && database.setAsideAs().isEmpty()
        ? Optional.empty()
        : Optional.of(health.says());
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

  /** Whether several processes on several machines may share it. */
  public boolean isShared() {
    return database.isServer();
  }

  /**
   * A ledger that all processes on this database share.
   *
   * @param platform by name
   * @param sealer for the texts of updates that are not answered yet, with the bot's own token
   */
  public UpdateLedger ledger(String platform, Sealer sealer) {
    return new SharedLedger(database, platform + " " + sealer.mark(), processes, sealer, clock);
  }

  /**
   * Whether things are new to all processes that serve the same bot; each thing is new once. Things
   * without a number for a name are each process's own, and always new.
   *
   * @param platform by name
   * @param sealer with the bot's own token
   */
  public Predicate<String> claims(String platform, Sealer sealer) {
    if (!isShared()) {
      return thing -> true;
    }
    SharedLedger ledger =
        new SharedLedger(database, platform + " " + sealer.mark(), processes, sealer, clock);
    return thing ->
        !thing.matches("\\d{1,19}")
            || !ledger.note(List.of(new UpdateLedger.Waiting(Long.parseLong(thing), ""))).isEmpty();
  }

  /** Tells processes on this database of each other's editions. */
  public EditionNotices notices() {
    return notices;
  }

  /** Writes what was gathered and lets go of the database. */
  @Override
  public void close() {
    timer.shutdown();
    notices.close();
    try {
      timer.awaitTermination(1, TimeUnit.SECONDS);
      feedback.flush();
      if (database.isServer()) {
        processes.end();
      }
    } catch (StoreDown e) {
      LOG.warn("the last counts are lost: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}
