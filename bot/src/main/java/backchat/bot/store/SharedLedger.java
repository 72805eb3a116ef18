package backchat.bot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger in the database that several processes share: an update is answered by the process that
 * noted it first, and what a process leaves behind when it ends is answered by another one.
 * Thread-safe.
 *
 * <p>While the database is down this process goes on answering and remembers in memory what it
 * took; only then two processes could answer the same update, if the platform handed it to both.
 */
final class SharedLedger implements UpdateLedger {
  private static final Logger LOG = LoggerFactory.getLogger(SharedLedger.class);
  private static final int MOST_REMEMBERED = 20_000;
  private static final String NOTED = "noted";
  private static final String LEFT = "left";
  private static final String ANSWERED = "answered";

  private final Database database;
  private final String name;
  private final Processes processes;
  private final Sealer sealer;
  private final Clock clock;

  /** What this process took lately, for when the database is down. */
  private final Map<Long, Boolean> taken =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Orphan(long id, String process, String state, byte[] sealed) {}

  /**
   * @param name the same for all processes that serve the same bot on the same platform
   */
  SharedLedger(Database database, String name, Processes processes, Sealer sealer, Clock clock) {
    this.database = database;
    this.name = name;
    this.processes = processes;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public List<Waiting> waiting() {
    Set<String> dead = processes.dead();
    if (dead.isEmpty()) {
      return List.of();
    }
    try {
      List<Waiting> waiting = new ArrayList<>();
      for (Orphan orphan : database.run(connection -> adopted(connection, dead))) {
        Optional<String> text =
            orphan.state().equals(LEFT) ? Optional.empty() : sealer.open(orphan.sealed());
        if (text.isPresent()) {
          waiting.add(new Waiting(orphan.id(), text.get()));
        } else {
          answered(orphan.id());
        }
      }
      waiting.sort(Comparator.comparingLong(Waiting::id));
      return waiting;
    } catch (StoreDown e) {
      LOG.debug("what others left behind waits: {}", e.getMessage());
      return List.of();
    }
  }

  /** Takes over what dead processes left behind; another process may be doing the same. */
  private List<Orphan> adopted(Connection connection, Set<String> dead) throws SQLException {
    List<Orphan> adopted = new ArrayList<>();
    List<Orphan> open =
        Statements.rows(
            connection,
            "SELECT id, process, state, sealed FROM update_note WHERE ledger = ? AND state <> ?",
            row ->
                new Orphan(
                    row.getLong("id"),
                    row.getString("process"),
                    row.getString("state"),
                    row.getBytes("sealed")),
            name,
            ANSWERED);
    for (Orphan orphan : open) {
      boolean mine =
          dead.contains(orphan.process())
              && Statements.change(
                      connection,
                      "UPDATE update_note SET process = ? WHERE ledger = ? AND id = ?"
                          + " AND process = ?",
                      processes.own(),
                      name,
                      orphan.id(),
                      orphan.process())
                  == 1;
      if (mine) {
        adopted.add(orphan);
      }
    }
    return adopted;
  }

  @Override
  public List<Waiting> note(Collection<Waiting> updates) {
    if (updates.isEmpty()) {
      return List.of();
    }
    try {
      List<Waiting> fresh = database.run(connection -> noted(connection, updates));
      fresh.forEach(update -> take(update.id()));
      return fresh;
    } catch (StoreDown e) {
      LOG.debug("updates are not noted: {}", e.getMessage());
      return updates.stream().filter(update -> take(update.id())).toList();
    }
  }

  private List<Waiting> noted(Connection connection, Collection<Waiting> updates)
      throws SQLException {
    List<Waiting> fresh = new ArrayList<>();
    for (Waiting update : updates) {
      // taken while the database was down: in hand or answered, and only its number is noted now
      boolean known = isTaken(update.id());
      int added =
          Statements.change(
              connection,
              "INSERT INTO update_note (ledger, id, noted_at, process, state, sealed)"
                  + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (ledger, id) DO NOTHING",
              name,
              update.id(),
              clock.millis(),
              processes.own(),
              known ? ANSWERED : NOTED,
              known ? null : sealer.seal(update.text()));
      if (added == 1 && !known) {
        fresh.add(update);
      }
    }
    return fresh;
  }

  private boolean take(long id) {
    synchronized (taken) {
      return taken.put(id, true) == null;
    }
  }

  private boolean isTaken(long id) {
    synchronized (taken) {
      return taken.containsKey(id);
    }
  }

  @Override
  public Departure departure(long id) {
    return new Departure() {
      @Override
      public void leaves() {
        mark(id, LEFT);
      }

      @Override
      public void back() {
        mark(id, NOTED);
      }
    };
  }

  /** A mark that cannot be written costs no answer: only another process could be mistaken. */
  private void mark(long id, String state) {
    try {
      database.run(
          connection ->
              Statements.change(
                  connection,
                  "UPDATE update_note SET state = ? WHERE ledger = ? AND id = ?",
                  state,
                  name,
                  id));
    } catch (StoreDown e) {
      LOG.debug("the ledger takes no marks: {}", e.getMessage());
    }
  }

  @Override
  public void answered(long id) {
    try {
      database.run(
          connection ->
              Statements.change(
                  connection,
                  "INSERT INTO update_note (ledger, id, noted_at, process, state, sealed)"
                      + " VALUES (?, ?, ?, ?, ?, NULL) ON CONFLICT (ledger, id)"
                      + " DO UPDATE SET state = excluded.state, sealed = NULL",
                  name,
                  id,
                  clock.millis(),
                  processes.own(),
                  ANSWERED));
    } catch (StoreDown e) {
      LOG.debug("the ledger takes no marks: {}", e.getMessage());
    }
  }

  /** The database is closed with the store. */
  @Override
  public void close() {}
}
