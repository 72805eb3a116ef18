package backchat.bot.store;

import backchat.bot.config.StoreConfig;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on the database. It is opened in the background and opened again after any trouble,
 * so that whoever uses it only ever hears "not now". Thread-safe.
 */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String MIGRATIONS = "classpath:backchat/bot/store/migrations";
  private static final int CONNECTIONS = 4;
  private static final int MOST_TRIES = 20;

  /** What one transaction does; run again from its beginning when a key was taken meanwhile. */
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final StoreConfig config;
  private final Clock clock;
  private final DataSource source;
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile HikariDataSource pool;
  private volatile String trouble = "the database is not open yet";
  private volatile String setAside = "";
  private volatile boolean closed;

  Database(StoreConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.source = Sources.of(config);
  }

  /**
   * Runs a transaction; what it wrote is durable when this returns.
   *
   * @throws StoreDown if nothing was written, or it is not known whether it was
   */
  <T> T run(Work<T> work) throws StoreDown {
    awaitFirstOpening();
    HikariDataSource now = pool;
    if (now == null || !trouble.isEmpty()) {
      throw new StoreDown(trouble);
    }
    for (int tries = 1; ; tries++) {
      try {
        return once(now, work);
      } catch (SQLException e) {
        Trouble found = Trouble.of(e, config.isFile());
        if (found.kind() != Trouble.Kind.TAKEN || tries == MOST_TRIES) {
          fails(found);
          throw new StoreDown(found.says());
        }
      }
    }
  }

  private static <T> T once(HikariDataSource pool, Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try {
        connection.setAutoCommit(false);
        T result = work.with(connection);
        // commits; after commit() SQLite's driver would begin, and lock, again
        connection.setAutoCommit(true);
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection);
        throw e;
      }
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      LOG.debug("nothing to take back: {}", e.getSQLState());
    }
  }

  /** The first users after the start wait a little, rather than be told that it is not open yet. */
  private void awaitFirstOpening() {
    try {
      if (!opened.await(config.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("the database is still being opened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void fails(Trouble found) {
    if (trouble.isEmpty()) {
      LOG.error("{}; nothing is kept until that is mended", found.says());
    }
    trouble = found.says();
    if (found.kind() == Trouble.Kind.DAMAGED && pool != null) {
      closePool();
      setAside();
    }
  }

  private void setAside() {
    try {
      setAside = Sources.setAside(config, clock.instant());
      LOG.error("the damaged database was set aside as {}", setAside);
    } catch (IOException e) {
      trouble = "the database file is damaged and cannot be set aside; move it away by hand";
      LOG.error("{}", trouble, e);
    }
  }

  /** Opens the database, or finds out whether trouble is over; called every second or so. */
  synchronized void tend() {
    if (closed || (pool != null && trouble.isEmpty())) {
      return;
    }
    try {
      if (pool == null) {
        open();
      }
      once(pool, this::probe);
      if (!setAside.isEmpty() || opened.getCount() == 0) {
        LOG.info("the database works again");
      }
      trouble = "";
    } catch (SQLException | RuntimeException e) {
      boolean told = opened.getCount() == 0;
      Trouble found = Trouble.of(e, config.isFile());
      if (!told) {
        LOG.error("{}; nothing is kept until that is mended", found.says());
      }
      trouble = found.says();
      if (found.kind() == Trouble.Kind.DAMAGED) {
        closePool();
        setAside();
      }
    } finally {
      opened.countDown();
    }
  }

  private void open() throws SQLException {
    Sources.prepare(config);
    Flyway.configure()
        .dataSource(Sources.forMigrations(config))
        .locations(MIGRATIONS)
        .load()
        .migrate();
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("store");
    settings.setDataSource(source);

    settings.setMaximumPoolSize(config.isFile() ? 1 : CONNECTIONS);
    settings.setConnectionTimeout(Math.max(250, config.patience().toMillis()));
    settings.setValidationTimeout(Math.max(250, config.patience().toMillis()));
    HikariDataSource made = new HikariDataSource(settings);
    try {
      once(made, connection -> Sources.check(config, connection));
    } catch (SQLException | RuntimeException e) {
      made.close();
      throw e;
    }
    pool = made;
  }

  private Void probe(Connection connection) throws SQLException {
    try (PreparedStatement write =
        connection.prepareStatement(
            "INSERT INTO probe (id, at) VALUES (1, ?)"
                + " ON CONFLICT (id) DO UPDATE SET at = excluded.at")) {
      write.setLong(1, clock.millis());
      write.executeUpdate();
      return null;
    }
  }

  /**
   * Brings the file up to date with its log and empties the log, so that nothing deleted lies in
   * either; a server has its own ways.
   */
  void settle() throws StoreDown {
    HikariDataSource now = pool;
    if (!config.isFile() || now == null) {
      return;
    }
    try (Connection connection = now.getConnection()) {
      Statements.rows(connection, "PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
    } catch (SQLException e) {
      fails(Trouble.of(e, true));
      throw new StoreDown(trouble);
    }
  }

  /** A connection of its own, outside the pool, for whoever waits on it for long. */
  Connection connection() throws SQLException {
    return source.getConnection();
  }

  /** Whether other machines can share it. */
  boolean isServer() {
    return !config.isFile();
  }

  /** Why nothing can be kept now; empty when all is well. */
  String trouble() {
    return trouble;
  }

  /** Where a damaged file was set aside since the start; empty when none was. */
  String setAsideAs() {
    return setAside;
  }

  private void closePool() {
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    trouble = "the database is closed";
    opened.countDown();
    closePool();
  }
}
