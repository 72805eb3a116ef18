package backchat.bot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the processes that share a database which content serves, so that a change by chat on one
 * reaches all. What was told stands in a table; PostgreSQL's NOTIFY only makes the others look at
 * once. A process that was cut off looks when it is back. With a database in one file nothing is
 * told. Thread-safe.
 */
public final class EditionNotices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EditionNotices.class);
  private static final String CHANNEL = "backchat_edition";

  /** How long one wait for a notice takes; also how often the table is looked at without one. */
  private static final int WAIT_MILLISECONDS = 1_000;

  private static final int RETRY_MILLISECONDS = 1_000;

  private record Notice(long number, String process, String hash) {}

  private final Database database;
  private final String own;
  private final Clock clock;
  private final AtomicReference<String> untold = new AtomicReference<>();
  private volatile Thread listener;
  private volatile long seen = -1;

  EditionNotices(Database database, String own, Clock clock) {
    this.database = database;
    this.own = own;
    this.clock = clock;
  }

  /**
   * Tells the others what this process serves now.
   *
   * @param hash of the content
   */
  public void tell(String hash) {
    if (database.isServer()) {
      untold.set(hash);
      try {
        flush();
      } catch (StoreDown e) {
        LOG.warn("other processes are told of the new edition later: {}", e.getMessage());
      }
    }
  }

  /** Tells what could not be told before. */
  void flush() throws StoreDown {
    String hash = untold.getAndSet(null);
    if (hash == null) {
      return;
    }
    try {
      database.run(
          connection -> {
            Statements.change(
                connection,
                "INSERT INTO notice (number, at, process, hash)"
                    + " SELECT COALESCE(MAX(number), 0) + 1, ?, ?, ? FROM notice",
                clock.millis(),
                own,
                hash);
            return Statements.rows(
                connection, "SELECT pg_notify(?, '')", row -> row.getString(1), CHANNEL);
          });
    } catch (StoreDown e) {
      untold.compareAndSet(null, hash);
      throw e;
    }
  }

  /**
   * Listens from now on.
   *
   * @param told is given the hash of the content that another process serves; may take its time
   */
  public void listen(Consumer<String> told) {
    if (database.isServer()) {
      listener = Thread.ofPlatform().daemon().name("notices").start(() -> listening(told));
    }
  }

  private void listening(Consumer<String> told) {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = database.connection()) {
        Statements.change(connection, "LISTEN " + CHANNEL);
        while (!Thread.currentThread().isInterrupted()) {
          latest(connection).ifPresent(hash -> hand(hash, told));
          connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLISECONDS);
        }
      } catch (SQLException e) {
        LOG.debug("notices cannot be heard: {}", e.getSQLState());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hand(String hash, Consumer<String> told) {
    try {
      told.accept(hash);
    } catch (RuntimeException e) {
      LOG.error("a new edition could not be followed", e);
    }
  }

  /** What another process has told since the last look; what was told before the start is old. */
  private Optional<String> latest(Connection connection) throws SQLException {
    List<Notice> last =
        Statements.rows(
            connection,
            "SELECT number, process, hash FROM notice ORDER BY number DESC LIMIT 1",
            row ->
                new Notice(row.getLong("number"), row.getString("process"), row.getString("hash")));
    long number = last.isEmpty() ? 0 : last.getFirst().number();
    boolean fresh = seen >= 0 && number > seen && !last.getFirst().process().equals(own);
    seen = number;
    return fresh ? Optional.of(last.getFirst().hash()) : Optional.empty();
  }

  @Override
  public void close() {
    if (listener != null) {
      listener.interrupt();
    }
  }
}
