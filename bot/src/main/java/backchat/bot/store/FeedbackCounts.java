package backchat.bot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each passage of each edition was shown, and what askers said of it; not a word on who
 * asked. Showings are gathered in memory and written every second, so that no answer waits for
 * them; a vote is written at once. What cannot be written stays in memory until it can.
 * Thread-safe.
 */
public final class FeedbackCounts {
  private record Key(String passage, long edition) {}

  /**
   * What became of one passage, in all editions together. Immutable.
   *
   * @param passage its id
   * @param firstEdition the oldest edition with a count
   * @param lastEdition the latest edition with a count
   * @param answered how often it was shown
   * @param helped how often it was what the asker wanted
   * @param missed how often it was not
   */
  public record Tally(
      String passage,
      long firstEdition,
      long lastEdition,
      long answered,
      long helped,
      long missed) {}

  private record Counts(long answered, long helped, long missed) {
    Counts plus(Counts other) {
      return new Counts(answered + other.answered, helped + other.helped, missed + other.missed);
    }
  }

  private final Database database;
  private Map<Key, Counts> pending = new HashMap<>();

  FeedbackCounts(Database database) {
    this.database = database;
  }

  /** A passage of an edition was shown as an answer. */
  public void answered(String passage, long edition) {
    add(Map.of(new Key(passage, edition), new Counts(1, 0, 0)));
  }

  /**
   * An asker said whether a passage was what they wanted; durable when this returns, unless the
   * database is down.
   */
  public void rated(String passage, long edition, boolean helped) {
    add(Map.of(new Key(passage, edition), new Counts(0, helped ? 1 : 0, helped ? 0 : 1)));
    try {
      flush();
    } catch (StoreDown e) {
      // counted in memory, written when the database is back; the health says that it is away
    }
  }

  private synchronized void add(Map<Key, Counts> more) {
    more.forEach((key, counts) -> pending.merge(key, counts, Counts::plus));
  }

  private synchronized Map<Key, Counts> take() {
    Map<Key, Counts> taken = pending;
    pending = new HashMap<>();
    return taken;
  }

  /** Writes what was gathered. */
  void flush() throws StoreDown {
    Map<Key, Counts> taken = take();
    if (taken.isEmpty()) {
      return;
    }
    try {
      database.run(
          connection -> {
            for (Map.Entry<Key, Counts> entry : taken.entrySet()) {
              Statements.change(
                  connection,
                  "INSERT INTO feedback (passage, edition, answered, helped, missed)"
                      + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (passage, edition) DO UPDATE SET"
                      + " answered = feedback.answered + excluded.answered,"
                      + " helped = feedback.helped + excluded.helped,"
                      + " missed = feedback.missed + excluded.missed",
                  entry.getKey().passage(),
                  entry.getKey().edition(),
                  entry.getValue().answered(),
                  entry.getValue().helped(),
                  entry.getValue().missed());
            }
            return null;
          });
    } catch (StoreDown | RuntimeException e) {
      add(taken);
      throw e;
    }
  }

  /**
   * The passages that missed most often, by share of the votes.
   *
   * @param votes fewer votes than this say nothing
   * @param most passages at most
   */
  public List<Tally> worst(int votes, int most) throws StoreDown {
    flush();
    return database.run(
        connection ->
            Statements.rows(
                connection,
                "SELECT passage, MIN(edition) AS first_edition, MAX(edition) AS last_edition,"
                    + " SUM(answered) AS answered, SUM(helped) AS helped, SUM(missed) AS missed"
                    + " FROM feedback GROUP BY passage"
                    + " HAVING SUM(helped) + SUM(missed) >= ? AND SUM(missed) > 0"
                    + " ORDER BY SUM(missed) * 1.0 / (SUM(helped) + SUM(missed)) DESC,"
                    + " SUM(missed) DESC, passage LIMIT ?",
                FeedbackCounts::tally,
                votes,
                most));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getString("passage"),
        row.getLong("first_edition"),
        row.getLong("last_edition"),
        row.getLong("answered"),
        row.getLong("helped"),
        row.getLong("missed"));
  }
}
