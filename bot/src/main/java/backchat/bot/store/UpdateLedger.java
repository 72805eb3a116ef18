package backchat.bot.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which updates were handed over by a platform and what became of them, so that a process
 * that is killed at any moment and started again answers each of them, and none twice. A small file
 * to which records are only added. Thread-safe.
 *
 * <p>An update is noted, sealed, before the platform is told that it may forget it, and its text is
 * dropped when it has been answered; the id stays for {@link #MEMORY}. The note that an answer has
 * left is written right after its last byte was given to the operating system, which delivers it
 * even if the process is killed in the next instant.
 *
 * <p><b>Lost or doubled.</b> No platform lets us ask whether a message arrived, so when the outcome
 * of a send is unknown one of the two stays possible, and we choose by what is likelier:
 *
 * <ul>
 *   <li>The process lives and the connection broke before an answer came: the message is sent
 *       again. <b>Doubled</b> is possible, lost is not: a second copy of an answer annoys, a
 *       missing one may be a card that says to call for help.
 *   <li>The process was killed after the request had left: it is not sent again, since a request
 *       that the operating system took is delivered in all but a broken network. <b>Lost</b> is
 *       possible only when that very request is cut off on its way in the instant of the kill;
 *       <b>doubled</b> only when the kill falls in the few microseconds between the last byte and
 *       the note of it.
 * </ul>
 */
public final class UpdateLedger implements Closeable {
  /** How long an id is remembered; Telegram hands out nothing older than a day. */
  public static final Duration MEMORY = Duration.ofHours(48);

  private static final long COMPACT_FROM_BYTES = 4_000_000;

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

  private final Path file;
  private final Sealer sealer;
  private final Clock clock;
  private final Map<Long, State> states = new LinkedHashMap<>();
  private volatile FileChannel channel;

  private UpdateLedger(Path file, Sealer sealer, Clock clock) {
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
    UpdateLedger ledger = new UpdateLedger(file, sealer, clock);
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.exists(file)) {
      LedgerRecord.readAll(ByteBuffer.wrap(Files.readAllBytes(file))).forEach(ledger::apply);
    }
    ledger.compact();
    return ledger;
  }

  private void apply(LedgerRecord written) {
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
  public synchronized List<Waiting> waiting() throws IOException {
    List<Waiting> waiting = new ArrayList<>();
    for (Map.Entry<Long, State> entry : List.copyOf(states.entrySet())) {
      State state = entry.getValue();
      if (!state.answered()) {
        var text = state.left() ? java.util.Optional.<String>empty() : sealer.open(state.sealed());
        if (text.isPresent()) {
          waiting.add(new Waiting(entry.getKey(), text.get()));
        } else {
          answered(entry.getKey());
        }
      }
    }
    waiting.sort(java.util.Comparator.comparingLong(Waiting::id));
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
      // outside the lock: a mark must not wait for the disk
      channel.force(false);
    }
    return fresh;
  }

  private synchronized List<Waiting> written(Collection<Waiting> updates) throws IOException {
    List<Waiting> fresh = new ArrayList<>();
    for (Waiting update : updates) {
      if (!states.containsKey(update.id())) {
        write(
            new LedgerRecord(
                LedgerRecord.Kind.NOTED,
                update.id(),
                clock.instant().getEpochSecond(),
                sealer.seal(update.text())));
        fresh.add(update);
      }
    }
    return fresh;
  }

  /** The last byte of an update's answer was handed to the operating system. */
  public void left(long id) {
    mark(LedgerRecord.Kind.LEFT, id);
  }

  /** The answer that left was not taken, or may not have arrived, and will be sent again. */
  public void back(long id) {
    mark(LedgerRecord.Kind.BACK, id);
  }

  /** An update was answered, or deserved none; its text is dropped. */
  public void answered(long id) {
    mark(LedgerRecord.Kind.ANSWERED, id);
  }

  /** A mark that cannot be written costs no answer: only a later start could be mistaken. */
  private synchronized void mark(LedgerRecord.Kind kind, long id) {
    try {
      if (states.containsKey(id) && channel.isOpen()) {
        write(new LedgerRecord(kind, id, 0, new byte[0]));
        if (channel.size() > COMPACT_FROM_BYTES) {
          compact();
        }
      }
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(UpdateLedger.class).error("the ledger takes no marks", e);
    }
  }

  private void write(LedgerRecord added) throws IOException {
    ByteBuffer bytes = added.bytes();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    apply(added);
  }

  /** Writes the file anew without what can be forgotten. */
  private void compact() throws IOException {
    Instant oldest = clock.instant().minus(MEMORY);
    states.values().removeIf(state -> state.answered() && state.noted().isBefore(oldest));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel out =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      for (Map.Entry<Long, State> entry : states.entrySet()) {
        State state = entry.getValue();
        long at = state.noted().getEpochSecond();
        out.write(
            new LedgerRecord(LedgerRecord.Kind.NOTED, entry.getKey(), at, state.sealed()).bytes());
        if (state.left()) {
          out.write(
              new LedgerRecord(LedgerRecord.Kind.LEFT, entry.getKey(), 0, new byte[0]).bytes());
        }
      }
      out.force(true);
    }
    if (channel != null) {
      channel.close();
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /** Ends writing; later marks are left out. */
  @Override
  public synchronized void close() throws IOException {
    channel.force(false);
    channel.close();
  }
}
