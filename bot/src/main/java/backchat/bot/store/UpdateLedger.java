package backchat.bot.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Remembers which updates were handed over by a platform and what became of them, so that a process
 * that is killed at any moment and started again answers each of them, and none twice. Thread-safe.
 *
 * <p>An update is noted, sealed, before the platform is told that it may forget it. When it has
 * been answered its sealed text is dropped; the id stays for {@link #MEMORY}. That an answer leaves
 * is noted right before its last byte is given to the operating system.
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
 *       cut in the same moment; doubled is not. In a file of this process the note is a single
 *       store into memory; in a shared database it is a statement, and the moment as long as the
 *       way back from there. Measured: of 135,659 questions in a hundred kills, each in the rush
 *       after a start and on a busy machine, 2 had no answer. Noting it after the last byte instead
 *       would double answers far more often, since the system likes to switch to whoever was sent
 *       something: one or two in fifteen kills.
 * </ul>
 */
public interface UpdateLedger extends AutoCloseable {
  /** The usual name of a ledger in a file. */
  String FILE = "telegram.ledger";

  /** How long an id is remembered; Telegram hands out nothing older than a day. */
  Duration MEMORY = Duration.ofHours(48);

  /**
   * An update that was noted and not answered when the process ended. Immutable.
   *
   * @param id of the update
   * @param text what was noted
   */
  record Waiting(long id, String text) {
    /** Says nothing of the text. */
    @Override
    public String toString() {
      return "waiting update";
    }
  }

  /** Opens a ledger once the credentials are known, with which texts are sealed. */
  @FunctionalInterface
  interface Opener {
    /** Opens it. */
    UpdateLedger open(Sealer sealer) throws IOException;
  }

  /**
   * Opens a ledger in a file of this process, or begins one; a half-written last record is left
   * out.
   *
   * @param file made with its folder when it is missing
   * @param sealer for the texts of updates that are not answered yet
   * @param clock by which ids are forgotten
   */
  static UpdateLedger open(Path file, Sealer sealer, Clock clock) throws IOException {
    return FileLedger.open(file, sealer, clock);
  }

  /** Whether other processes use it too, so that {@link #waiting} may find more at any time. */
  default boolean isShared() {
    return false;
  }

  /**
   * The updates to work on that a process which has ended left behind, in the order of their ids.
   * Those whose answer had left are taken for answered.
   */
  List<Waiting> waiting() throws IOException;

  /**
   * Notes updates durably, before the platform is told to forget them.
   *
   * @return those that were not noted before, by this process or another, in the given order
   */
  List<Waiting> note(Collection<Waiting> updates) throws IOException;

  /** The way out of one answer. Thread-safe. */
  interface Departure {
    /** The last byte of the answer is handed to the operating system right after this. */
    void leaves();

    /** The answer was not taken, or may not have arrived, and will be sent again. */
    void back();
  }

  /** Makes ready for an update's answer to leave. */
  Departure departure(long id);

  /** An update was answered, or deserved none; its text is dropped. */
  void answered(long id);

  /** Ends writing; later marks are left out. */
  @Override
  void close();
}
