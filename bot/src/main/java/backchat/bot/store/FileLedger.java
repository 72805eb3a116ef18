package backchat.bot.store;

import java.io.IOException;
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
 * anew, which happens at each start and whenever it has grown. That an answer leaves is marked in a
 * file beside it right before its last byte is given to the operating system, which delivers what
 * it was given even if the process is killed in the next instant.
 */
final class FileLedger implements UpdateLedger {
  private static final Logger LOG = LoggerFactory.getLogger(FileLedger.class);

  /** What is known of one update; the sealed text is empty once it was answered. */
  private record State(Instant noted, byte[] sealed) {
    boolean answered() {
      return sealed.length == 0;
    }
  }

  private final LedgerFile file;
  private final LeavingMarks marks;
  private final Sealer sealer;
  private final Clock clock;
  private final Map<Long, State> states = new LinkedHashMap<>();

  private FileLedger(LedgerFile file, LeavingMarks marks, Sealer sealer, Clock clock) {
    this.file = file;
    this.marks = marks;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Opens a ledger, or begins one; a half-written last record is left out.
   *
   * @param path made with its folder when it is missing; the marks of departures stand beside it
   * @param sealer for the texts of updates that are not answered yet
   * @param clock by which ids are forgotten
   */
  static FileLedger open(Path path, Sealer sealer, Clock clock) throws IOException {
    LedgerFile file = new LedgerFile(path);
    List<LedgerRecord> records = file.read();
    LeavingMarks marks = LeavingMarks.open(path.resolveSibling(path.getFileName() + ".leaving"));
    FileLedger ledger = new FileLedger(file, marks, sealer, clock);
    records.forEach(ledger::apply);
    marks.left().forEach(id -> ledger.apply(LedgerRecord.answered(id)));
    file.rewrite(ledger::kept);
    marks.begin();
    return ledger;
  }

  private synchronized void apply(LedgerRecord written) {
    State before = states.get(written.id());
    if (written.kind() == LedgerRecord.Kind.NOTED) {
      states.put(written.id(), new State(Instant.ofEpochSecond(written.at()), written.sealed()));
    } else if (before != null) {
      states.put(written.id(), new State(before.noted(), new byte[0]));
    }
  }

  @Override
  public List<Waiting> waiting() throws IOException {
    List<Waiting> waiting = new ArrayList<>();
    for (Map.Entry<Long, State> entry : snapshot().entrySet()) {
      State state = entry.getValue();
      if (!state.answered()) {
        Optional<String> text = sealer.open(state.sealed());
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
    if (file.rewritingIsDue()) {
      file.rewrite(this::kept);
    }
    for (LedgerRecord one : added) {
      file.add(one.bytes(), () -> apply(one));
    }
    return fresh;
  }

  private synchronized boolean isNoted(long id) {
    return states.containsKey(id);
  }

  /** Nothing but one store into memory stands between the mark and the last byte. */
  private record Leaving(long id, LeavingMarks.Mark mark) implements Departure {
    @Override
    public void leaves() {
      mark.set(id);
    }

    @Override
    public void back() {
      mark.clear();
    }
  }

  @Override
  public Departure departure(long id) {
    try {
      return new Leaving(id, marks.of(id));
    } catch (IOException e) {
      noMarks(e);
      return new Unmarked();
    }
  }

  private record Unmarked() implements Departure {
    @Override
    public void leaves() {}

    @Override
    public void back() {}
  }

  /** A mark that cannot be written costs no answer: only a later start could be mistaken. */
  private static void noMarks(IOException e) {
    LOG.error("the ledger takes no marks", e);
  }

  @Override
  public void answered(long id) {
    LedgerRecord mark = LedgerRecord.answered(id);
    try {
      file.add(mark.bytes(), () -> apply(mark));
      marks.drop(id);
      if (file.rewritingIsDue()) {
        file.rewrite(this::kept);
      }
    } catch (IOException e) {
      noMarks(e);
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
        });
    return records;
  }

  @Override
  public void close() {
    try {
      marks.close();
      file.close();
    } catch (IOException e) {
      LOG.warn("the ledger did not close well", e);
    }
  }
}
