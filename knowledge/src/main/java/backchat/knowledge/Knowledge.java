package backchat.knowledge;

import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.content.Passage;
import backchat.knowledge.keeping.KeptEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that is known, how it is asked, and how it is changed. Thread-safe: a question reads one
 * volatile field once, a change writes it once when all is built, and no question waits for a
 * change.
 */
public final class Knowledge implements AutoCloseable {
  private final Path folder;
  private final Optional<String> trouble;
  private final Changing changing;

  private Knowledge(Path folder, Optional<String> trouble, Changing changing) {
    this.folder = folder;
    this.trouble = trouble;
    this.changing = changing;
  }

  /** Loads a content folder for words alone. */
  public static Knowledge open(Path folder, Clock clock) throws BrokenContent {
    return open(folder, clock, Options.WORDS);
  }

  /**
   * Loads a content folder; or, where editions are kept, the one that a moderator went back to, and
   * the one that served last if the folder has errors.
   *
   * @param clock tells the day against which {@code review_by} is held
   * @throws BrokenContent if the folder has errors and no edition is kept
   */
  public static Knowledge open(Path folder, Clock clock, Options options) throws BrokenContent {
    Starting starting = new Starting(folder, clock, options);
    Changing changing = starting.start();
    return new Knowledge(folder, starting.trouble(), changing);
  }

  /** Checks a content folder and asks it its own questions, without serving it. */
  public static Checkup check(Path folder, Clock clock, Options options) {
    return check(ContentFiles.read(folder), clock, options);
  }

  /** Checks content that is in no folder yet. */
  public static Checkup check(ContentFiles files, Clock clock, Options options) {
    Loading.Built built =
        Loading.of(options).build(files, LocalDate.now(clock), 1, Loading.Asked.ALL_AT_ONCE);
    return new Checkup(built.problems(), built.files(), built.edition());
  }

  /** The answer to a question; the same for the same question, context and edition. */
  public Answer answer(Question question, Context context) {
    return edition().answer(question, context);
  }

  /** The passages most likely to answer, best first, however low their confidence. */
  public List<Match> rank(Question question, int most) {
    return edition().rank(question, most);
  }

  /** Passages whose question may be the one being typed, best first. */
  public List<Passage> suggest(String prefix, int most) {
    return edition().suggest(prefix, most);
  }

  /** Two rows of one table side by side; empty when no table holds both. */
  public Optional<Comparison> compare(String left, String right) {
    return edition().compare(left, right);
  }

  /** The edition that serves now; hold it for the length of one question only. */
  public Edition edition() {
    return changing.served().edition();
  }

  /** How long the current edition has served in this process, whatever is done to clocks. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - changing.served().began());
  }

  /** What went wrong at the start and stopped nothing; empty when nothing did. */
  public Optional<String> trouble() {
    return trouble;
  }

  /**
   * Has somebody told what came of each attempt to serve other content, when it is over.
   *
   * @param listener called on the thread that made the attempt; quick, and never throws
   */
  public void onChange(Consumer<Reload> listener) {
    changing.tell(listener);
  }

  /** What the current edition holds. */
  public Summary summary() {
    return Loading.summary(edition());
  }

  /** What serves, and how it stands to the files, which are read for it. */
  public Status status() {
    Changing.Served served = changing.served();
    Status.Files files =
        filesHash()
            .map(
                hash ->
                    hash.equals(served.edition().content().hash())
                        ? Status.Files.SAME
                        : Status.Files.OTHER)
            .orElse(Status.Files.GONE);
    return new Status(
        Loading.summary(served.edition()), served.since(), served.rolledBack(), files, trouble);
  }

  /** The hash of what the content folder holds now; empty when it cannot be read. */
  public Optional<String> filesHash() {
    ContentFiles files = files();
    return files.problems().isEmpty() && !files.files().isEmpty()
        ? Optional.of(files.hash())
        : Optional.empty();
  }

  /** The files of the content folder as they are now. */
  public ContentFiles files() {
    return ContentFiles.read(folder);
  }

  /** A cheap mark of the content folder; see {@link ContentFiles#mark}. */
  public Optional<String> filesMark() {
    return ContentFiles.mark(folder);
  }

  /** Checks the content folder as it stands on disk, and asks it its own questions. */
  public Checkup check() {
    return check(Map.of());
  }

  /**
   * Checks what the content folder would be with some changes, and asks it its own questions.
   *
   * @param changes files by name relative to the folder; without bytes where a file goes
   */
  public Checkup check(Map<String, Optional<byte[]>> changes) {
    return changing.check(changes);
  }

  /**
   * Reads the content folder, checks it, builds and tests an edition aside, keeps it and serves it;
   * when anything is wrong the old edition goes on serving. Takes about a second for a few hundred
   * passages.
   */
  public Reload reload() {
    return changing.reload();
  }

  /**
   * Serves an edition that is kept, as it was; the files in the content folder stay as they are.
   *
   * @param edition its number, one of {@link #history}
   */
  public Reload rollback(int edition) {
    return changing.rollback(edition);
  }

  /**
   * Changes files of the content folder and serves the outcome, unless it has errors. The folder is
   * backed up before; a crash leaves it as it was or with all changes.
   *
   * @param changes files by name relative to the folder; without bytes where a file goes
   */
  public Reload install(Map<String, Optional<byte[]>> changes) {
    return changing.install(changes);
  }

  /** The editions that one can go back to, the newest first. */
  public List<KeptEdition> history() {
    return changing.history();
  }

  /** Lets another process have the data folder. */
  @Override
  public void close() throws IOException {
    changing.close();
  }
}
