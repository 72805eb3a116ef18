package backchat.bot.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which updates were handed over by a platform and what became of them, so that a process
 * that is killed at any moment and started again answers each of them, and none twice. A small file
 * to which records are only added. Thread-safe.
 *
 * <p>An update is noted, sealed, before the platform is told that it may forget it. When it has
 * been answered its sealed text is dropped as soon as the file is written anew, which happens at
 * each start and whenever it has grown; the id stays for {@link #MEMORY}. That an answer leaves is
 * noted right before its last byte is given to the operating system, which delivers what it was
 * given even if the process is killed in the next instant.
 *
 * <p><b>Lost or doubled.</b> No platform lets us ask whether a message arrived, so when the outcome
 * of a send is unknown one of the two stays possible, and we choose by what is likelier:
 *
 * <ul>
 *   <li>The process lives and the connection broke before an answer came: it is as likely that the
 *       message arrived as that it did not, and it is sent again. <b>Doubled</b> is possible, lost
 *       is not: a second copy of an answer annoys, a missing one may be a card that says to call
 *       for help.
 *   <li>The process was killed after the note of leaving: the answer is nearly always with the
 *       operating system already, and it is not sent again. <b>Lost</b> is possible when the kill
 *       falls in the few microseconds between the note and the last byte, or when the network is
 *       cut in the same moment; doubled is not. Noting it after the last byte instead would double
 *       answers far more often than this loses them, since the system likes to switch to whoever
 *       was sent something: measured, one or two in fifteen kills.
 * </ul>
 */
public final class UpdateLedger implements Closeable {
  /** How long an id is remembered; Telegram hands out nothing older than a day. */
  public static final Duration MEMORY = Duration.ofHours(48);

  private static final Logger LOG = LoggerFactory.getLogger(UpdateLedger.class);

  /**
   * An update that was noted and not answered when the process ended. Immutable.
   *
   * @param id of the update
   * @param text what was noted
   */
  public record Waiting(long id, String text) {
    /** Says nothing of the text. */
    @Override
    public String toString() {
      return "waiting update";
    }
  }

  /** What is known of one update; the sealed text is empty once it was answered. */
  private record State(Instant noted, byte[] sealed, boolean left) {
    boolean answered() {
      return sealed.length == 0;
    }
  }

  private final LedgerFile file;
  private final Sealer sealer;
  private final Clock clock;
  private final Map<Long, State> states = new LinkedHashMap<>();

  private UpdateLedger(LedgerFile file, Sealer sealer, Clock clock) {
    this.file = file;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Opens a ledger, or begins one; a half-written last record is left out.
   *
   * @param file made with its folder when it is missing
   * @param sealer for the texts of updates that are not answered yet
   * @param clock by which ids are forgotten
   */
  public static UpdateLedger open(Path file, Sealer sealer, Clock clock) throws IOException {
    UpdateLedger ledger = new UpdateLedger(new LedgerFile(file), sealer, clock);
    ledger.file.read().forEach(ledger::apply);
    ledger.file.rewrite(ledger::kept);
    // the first note of a departure must not be the slow one
    ledger.departure(-1).leaves();
    return ledger;
  }

  private synchronized void apply(LedgerRecord written) {
    State before = states.get(written.id());
    if (written.kind() == LedgerRecord.Kind.NOTED) {
      states.put(
          written.id(), new State(Instant.ofEpochSecond(written.at()), written.sealed(), false));
    } else if (before != null) {
      byte[] sealed = written.kind() == LedgerRecord.Kind.ANSWERED ? new byte[0] : before.sealed();
      states.put(
          written.id(),
          new State(before.noted(), sealed, written.kind() == LedgerRecord.Kind.LEFT));
    }
  }

  /**
   * The updates to work on after a start, in the order of their ids. Those whose answer had left
   * when the process ended are taken for answered.
   */
  public List<Waiting> waiting() throws IOException {
    List<Waiting> waiting = new ArrayList<>();
    for (Map.Entry<Long, State> entry : snapshot().entrySet()) {
      State state = entry.getValue();
      if (!state.answered()) {
        var text = state.left() ? Optional.<String>empty() : sealer.open(state.sealed());
        if (text.isPresent()) {
          waiting.add(new Waiting(entry.getKey(), text.get()));
        } else {
          answered(entry.getKey());
        }
      }
    }
    waiting.sort(Comparator.comparingLong(Waiting::id));
    return waiting;
  }

  /**
   * Notes updates durably, before the platform is told to forget them.
   *
   * @return those that were not noted before, in the given order
   */
  public List<Waiting> note(Collection<Waiting> updates) throws IOException {
    List<Waiting> fresh = written(updates);
    if (!fresh.isEmpty()) {
      file.force();
    }
    return fresh;
  }

  private List<Waiting> written(Collection<Waiting> updates) throws IOException {
    List<Waiting> fresh = new ArrayList<>();
    List<LedgerRecord> added = new ArrayList<>();
    Set<Long> ids = new HashSet<>();
    for (Waiting update : updates) {
      if (!isNoted(update.id()) && ids.add(update.id())) {
        long at = clock.instant().getEpochSecond();
        byte[] sealed = sealer.seal(update.text());
        added.add(new LedgerRecord(LedgerRecord.Kind.NOTED, update.id(), at, sealed));
        fresh.add(update);
      }
    }
    for (LedgerRecord one : added) {
      file.add(one.bytes(), () -> apply(one));
    }
    return fresh;
  }

  private synchronized boolean isNoted(long id) {
    return states.containsKey(id);
  }

  /**
   * The way out of one answer, with its notes made ready, so that nothing but the writing itself
   * stands between the note of it and its last byte. Thread-safe.
   */
  public final class Departure {
    private final LedgerRecord left;
    private final ByteBuffer ready;

    private Departure(long id) {
      this.left = new LedgerRecord(LedgerRecord.Kind.LEFT, id, 0, new byte[0]);
      this.ready = left.bytes();
    }

    /** The last byte of the answer is handed to the operating system right after this. */
    public void leaves() {
      mark(left, ready.duplicate());
    }

    /** The answer was not taken, or may not have arrived, and will be sent again. */
    public void back() {
      mark(LedgerRecord.Kind.BACK, left.id());
    }
  }

  /** Makes ready for an update's answer to leave. */
  public Departure departure(long id) {
    return new Departure(id);
  }

  /** An update was answered, or deserved none; its text is dropped. */
  public void answered(long id) {
    mark(LedgerRecord.Kind.ANSWERED, id);
  }

  private void mark(LedgerRecord.Kind kind, long id) {
    LedgerRecord mark = new LedgerRecord(kind, id, 0, new byte[0]);
    mark(mark, mark.bytes());
  }

  /** A mark that cannot be written costs no answer: only a later start could be mistaken. */
  private void mark(LedgerRecord mark, ByteBuffer bytes) {
    try {
      file.add(bytes, () -> apply(mark));
      if (file.hasGrown()) {
        file.rewrite(this::kept);
      }
    } catch (IOException e) {
      LOG.error("the ledger takes no marks", e);
    }
  }

  private synchronized Map<Long, State> snapshot() {
    return new LinkedHashMap<>(states);
  }

  /** Records of all that must not be forgotten. */
  private synchronized List<LedgerRecord> kept() {
    Instant oldest = clock.instant().minus(MEMORY);
    states.values().removeIf(state -> state.answered() && state.noted().isBefore(oldest));
    List<LedgerRecord> records = new ArrayList<>();
    states.forEach(
        (id, state) -> {
          long at = state.noted().getEpochSecond();
          records.add(new LedgerRecord(LedgerRecord.Kind.NOTED, id, at, state.sealed()));
          if (state.left()) {
            records.add(new LedgerRecord(LedgerRecord.Kind.LEFT, id, 0, new byte[0]));
          }
        });
    return records;
  }

  /** Ends writing; later marks are left out. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
