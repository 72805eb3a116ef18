package backchat.bot.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
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
 * A ledger in a small file of one process, to which records are only added. Thread-safe.
 *
 * <p>When an update has been answered its sealed text is dropped as soon as the file is written
 * anew, which happens at each start and whenever it has grown. That an answer leaves is noted right
 * before its last byte is given to the operating system, which delivers what it was given even if
 * the process is killed in the next instant.
 */
final class FileLedger implements UpdateLedger {
  private static final Logger LOG = LoggerFactory.getLogger(FileLedger.class);

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

  private FileLedger(LedgerFile file, Sealer sealer, Clock clock) {
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
  static FileLedger open(Path file, Sealer sealer, Clock clock) throws IOException {
    FileLedger ledger = new FileLedger(new LedgerFile(file), sealer, clock);
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

  @Override
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

  @Override
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
      file.add(one.bytes(), () -> {}, () -> apply(one));
    }
    return fresh;
  }

  private synchronized boolean isNoted(long id) {
    return states.containsKey(id);
  }

  /**
   * With its notes made ready, so that nothing but the writing itself stands between the note of it
   * and its last byte.
   */
  private final class Leaving implements Departure {
    private final LedgerRecord left;
    private final ByteBuffer ready;

    private Leaving(long id) {
      this.left = new LedgerRecord(LedgerRecord.Kind.LEFT, id, 0, new byte[0]);
      this.ready = left.bytes();
    }

    /** The file is not written anew here, since that would take the time of many last bytes. */
    @Override
    public void leaves() {
      try {
        add(left, ready.duplicate());
      } catch (IOException e) {
        noMarks(e);
      }
    }

    @Override
    public void back() {
      mark(LedgerRecord.Kind.BACK, left.id());
    }
  }

  @Override
  public Departure departure(long id) {
    return new Leaving(id);
  }

  @Override
  public void answered(long id) {
    mark(LedgerRecord.Kind.ANSWERED, id);
  }

  private void mark(LedgerRecord.Kind kind, long id) {
    LedgerRecord mark = new LedgerRecord(kind, id, 0, new byte[0]);
    try {
      add(mark, mark.bytes());
      if (file.hasGrown()) {
        file.rewrite(this::kept);
      }
    } catch (IOException e) {
      noMarks(e);
    }
  }

  /** Applied before it is written: after that, an answer that leaves must wait for no lock. */
  private void add(LedgerRecord mark, ByteBuffer bytes) throws IOException {
    file.add(bytes, () -> apply(mark), () -> {});
  }

  /** A mark that cannot be written costs no answer: only a later start could be mistaken. */
  private static void noMarks(IOException e) {
    LOG.error("the ledger takes no marks", e);
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

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("the ledger did not close well", e);
    }
  }
}
