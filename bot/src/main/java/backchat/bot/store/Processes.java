package backchat.bot.store;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which processes share the database, and which of them have ended. Each writes another number into
 * its row every second or so; one whose number stays the same for {@link #SILENCE} has ended. Only
 * the watcher's own clock counts, so machines may disagree on the time. Thread-safe.
 */
final class Processes {
  /** Longer than a pause for garbage collection or a short trouble of the database. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  private record Beat(long number, long seenNanos) {}

  private record Row(String id, long number) {}

  private final Database database;
  private final Clock clock;
  private final Duration silence;
  private final String own = UUID.randomUUID().toString();
  private final Map<String, Beat> beats = new HashMap<>();
  private long number;

  /**
   * @param silence after which a process counts as ended
   */
  Processes(Database database, Clock clock, Duration silence) {
    this.database = database;
    this.clock = clock;
    this.silence = silence;
    this.number = clock.millis();
  }

  /** By which this process is known to the others. */
  String own() {
    return own;
  }

  /** Says that this process is alive, and looks who else is. */
  void beat() throws StoreDown {
    long next = Math.max(number + 1, clock.millis());
    List<Row> rows =
        database.run(
            connection -> {
              Statements.change(
                  connection,
                  "INSERT INTO process (id, seen_at) VALUES (?, ?)"
                      + " ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
                  own,
                  next);
              return Statements.rows(
                  connection,
                  "SELECT id, seen_at FROM process",
                  row -> new Row(row.getString("id"), row.getLong("seen_at")));
            });
    number = next;
    look(rows);
  }

  private synchronized void look(List<Row> rows) {
    long now = System.nanoTime();
    Set<String> there = new HashSet<>();
    for (Row row : rows) {
      there.add(row.id());
      Beat before = beats.get(row.id());
      if (before == null || before.number() != row.number()) {
        beats.put(row.id(), new Beat(row.number(), now));
      }
    }
    beats.keySet().retainAll(there);
  }

  /** Processes that have ended, and whose updates nobody has in hand. */
  synchronized Set<String> dead() {
    long now = System.nanoTime();
    Set<String> dead = new HashSet<>();
    beats.forEach(
        (id, beat) -> {
          boolean silent = beat.number() == 0 || now - beat.seenNanos() > silence.toNanos();
          if (!id.equals(own) && silent) {
            dead.add(id);
          }
        });
    return dead;
  }

  /** This process ends in order: others need not wait to take over what it leaves. */
  void end() throws StoreDown {
    database.run(
        connection ->
            Statements.change(connection, "UPDATE process SET seen_at = 0 WHERE id = ?", own));
  }
}
