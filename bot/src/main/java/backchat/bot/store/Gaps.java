package backchat.bot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Questions that their askers chose to share with the moderators, already redacted, with not a word
 * on who asked. After {@link #KEPT} they are deleted. Thread-safe.
 */
public final class Gaps {
  /** How long a shared question is kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** More than moderators can read; past it nothing is taken until they have read some. */
  private static final int MOST = 10_000;

  private static final int LONGEST = 500;

  /**
   * A shared question. Immutable.
   *
   * @param code by which it is known, chosen when it was asked
   * @param at when it was shared
   * @param question redacted
   */
  public record Gap(String code, Instant at, String question) {
    /** Says nothing of the question. */
    @Override
    public String toString() {
      return "a shared question";
    }
  }

  private final Database database;
  private final Clock clock;

  Gaps(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps a question; it is durable when this returns, and kept once however often it is shared.
   *
   * @param code unique to this question of this asker
   * @param question redacted; its first 500 characters are kept
   * @return false when there are so many already that no more is taken
   */
  public boolean share(String code, String question) throws StoreDown {
    return database.run(
        connection -> {
          long kept =
              Statements.rows(connection, "SELECT COUNT(*) FROM gap", row -> row.getLong(1))
                  .getFirst();
          if (kept >= MOST) {
            return false;
          }
          Statements.change(
              connection,
              "INSERT INTO gap (code, shared_at, question) VALUES (?, ?, ?)"
                  + " ON CONFLICT (code) DO NOTHING",
              code,
              clock.millis(),
              Statements.clean(question, LONGEST));
          return true;
        });
  }

  /** All that are kept, the oldest first. */
  public List<Gap> all() throws StoreDown {
    long oldest = clock.instant().minus(KEPT).toEpochMilli();
    return database.run(
        connection ->
            Statements.rows(
                connection,
                "SELECT code, shared_at, question FROM gap WHERE shared_at >= ?"
                    + " ORDER BY shared_at, code",
                Gaps::gap,
                oldest));
  }

  /**
   * Deletes questions that were dealt with.
   *
   * @return how many were still there
   */
  public int remove(Collection<String> codes) throws StoreDown {
    int removed =
        database.run(
            connection -> {
              int count = 0;
              for (String code : codes) {
                count += Statements.change(connection, "DELETE FROM gap WHERE code = ?", code);
              }
              return count;
            });
    database.settle();
    return removed;
  }

  /** Deletes what is too old. */
  void forget() throws StoreDown {
    long oldest = clock.instant().minus(KEPT).toEpochMilli();
    int removed =
        database.run(
            connection ->
                Statements.change(connection, "DELETE FROM gap WHERE shared_at < ?", oldest));
    if (removed > 0) {
      database.settle();
    }
  }

  private static Gap gap(ResultSet row) throws SQLException {
    return new Gap(
        row.getString("code"),
        Instant.ofEpochMilli(row.getLong("shared_at")),
        row.getString("question"));
  }
}
