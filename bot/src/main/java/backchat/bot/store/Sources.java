package backchat.bot.store;

import backchat.bot.config.Secret;
import backchat.bot.config.StoreConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What differs between SQLite and PostgreSQL. Immutable. */
final class Sources {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** SQLite's result code for a file that is damaged. */
  private static final int DAMAGED = 11;

  private Sources() {}

  /** Makes connections, each durable and patient as configured. */
  static DataSource of(StoreConfig config) {
    // the lock for writing is taken at the beginning, since a reader cannot always get it later
    return config.isFile()
        ? sqlite(config, SQLiteConfig.TransactionMode.IMMEDIATE)
        : postgresql(config);
  }

  /** The same for migrations, which hold two connections at once. */
  static DataSource forMigrations(StoreConfig config) {
    return config.isFile()
        ? sqlite(config, SQLiteConfig.TransactionMode.DEFERRED)
        : postgresql(config);
  }

  private static DataSource sqlite(StoreConfig config, SQLiteConfig.TransactionMode mode) {
    SQLiteConfig pragmas = new SQLiteConfig();
    pragmas.setJournalMode(SQLiteConfig.JournalMode.WAL);
    pragmas.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    pragmas.setTransactionMode(mode);
    pragmas.setBusyTimeout((int) config.patience().toMillis());
    // what is deleted is overwritten
    pragmas.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    SQLiteDataSource source = new SQLiteDataSource(pragmas);
    source.setUrl(config.url());
    return source;
  }

  private static DataSource postgresql(StoreConfig config) {
    int seconds = (int) Math.max(1, config.patience().toSeconds());
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(config.url());
    source.setApplicationName("backchat");
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    source.setSocketTimeout(3 * seconds);
    source.setTcpKeepAlive(true);
    source.setOptions("-c lock_timeout=" + config.patience().toMillis());
    config.user().ifPresent(source::setUser);
    config.password().map(Secret::value).ifPresent(source::setPassword);
    return source;
  }

  /** Makes the file and its folder, which only their owner may read. */
  static void prepare(StoreConfig config) {
    if (!config.isFile()) {
      return;
    }
    Path file = file(config);
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)
          && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks an SQLite file through from end to end.
   *
   * @throws SQLException if it is damaged
   */
  static Void check(StoreConfig config, Connection connection) throws SQLException {
    if (config.isFile()) {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
        if (!result.next() || !result.getString(1).equals("ok")) {
          throw new SQLException("quick_check found damage", "", DAMAGED);
        }
      }
    }
    return null;
  }

  /** Gives a damaged file and what belongs to it another name; returns the file's new name. */
  static String setAside(StoreConfig config, Instant now) throws IOException {
    Path file = file(config);
    String name = file.getFileName() + ".damaged-" + TIME.format(now);
    for (String end : List.of("-wal", "-shm", "")) {
      Path part = file.resolveSibling(file.getFileName() + end);
      if (Files.exists(part)) {
        Files.move(part, file.resolveSibling(name + end));
      }
    }
    return name;
  }

  private static Path file(StoreConfig config) {
    String name = config.url().substring(StoreConfig.SQLITE.length()).split("\\?", 2)[0];
    return Path.of(name.startsWith("file:") ? name.substring("file:".length()) : name)
        .toAbsolutePath();
  }
}
