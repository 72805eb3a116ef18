package backchat.bot.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where what has to outlast the process is kept. Immutable.
 *
 * @param url of JDBC, for SQLite or PostgreSQL, without a password in it
 * @param user of the database; empty for SQLite
 * @param password of the database; empty when it asks for none
 * @param patience how long to wait for a lock or a connection
 */
public record StoreConfig(
    String url, Optional<String> user, Optional<Secret> password, Duration patience) {
  /** With which the address of an SQLite file begins. */
  public static final String SQLITE = "jdbc:sqlite:";

  private static final String POSTGRESQL = "jdbc:postgresql:";

  private static final Key URL =
      Key.text(
          "store.url",
          "",
          "The database; empty: the file backchat.db in data.folder.",
          SQLITE + "/folder/file or " + POSTGRESQL + "//host/database, without a password");
  private static final Key USER =
      Key.text("store.user", "", "The user of the database.", "a name; empty for a file");
  private static final Key PASSWORD =
      Key.secret(
          "store.password",
          "The password of the database; better in a file.",
          "the user's password there",
          "STORE_PASSWORD");
  private static final Key PASSWORD_FILE =
      Key.text(
          "store.password-file",
          "",
          "A file that holds the password, read when the password itself is not set.",
          "a path; a relative one leads from this file",
          "STORE_PASSWORD_FILE");
  private static final Key PATIENCE =
      Key.time(
          "store.patience",
          "3s",
          "How long to wait for a lock or a connection of the database.",
          Duration.ofMillis(100),
          Duration.ofSeconds(30));

  static final List<Key> KEYS = List.of(URL, USER, PASSWORD, PASSWORD_FILE, PATIENCE);

  /** The database in one file, with the usual patience. */
  public static StoreConfig file(Path file) {
    return new StoreConfig(
        SQLITE + file.toAbsolutePath(), Optional.empty(), Optional.empty(), Duration.ofSeconds(3));
  }

  /** Whether it is one file on this machine, which only this machine's processes can share. */
  public boolean isFile() {
    return url.startsWith(SQLITE);
  }

  static StoreConfig read(Settings settings, Path data) {
    String url = settings.text(URL);
    if (url.matches("(?i).*(password=|//[^/]*:[^/]*@).*")) {
      settings.mistake(URL, "has a password in it; write that into store.password-file");
    } else if (!url.isEmpty() && !url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
      settings.problem(URL);
    }
    return new StoreConfig(
        url.isEmpty() ? SQLITE + data.resolve("backchat.db").toAbsolutePath() : url,
        settings.optional(USER),
        settings.secret(PASSWORD, PASSWORD_FILE, "(?s).+"),
        settings.time(PATIENCE));
  }
}
