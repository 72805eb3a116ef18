package backchat.knowledge;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentReader;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Problem;
import backchat.knowledge.content.Reading;
import backchat.knowledge.meaning.Meaning;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known, and how it is asked. Thread-safe: one volatile field holds the current
 * edition, which is read once a question.
 */
public final class Knowledge {
  private final Path folder;
  private final Clock clock;
  private final Options options;
  private final Optional<Meaning> meaning;
  private volatile Edition current;

  private Knowledge(
      Path folder, Clock clock, Options options, Optional<Meaning> meaning, Edition first) {
    this.folder = folder;
    this.clock = clock;
    this.options = options;
    this.meaning = meaning;
    this.current = first;
  }

  /** Loads a content folder for words alone. */
  public static Knowledge open(Path folder, Clock clock) throws BrokenContent {
    return open(folder, clock, Options.WORDS);
  }

  /**
   * Loads a content folder.
   *
   * @param clock tells the day against which {@code review_by} is held
   * @throws BrokenContent if the folder has errors
   */
  public static Knowledge open(Path folder, Clock clock, Options options) throws BrokenContent {
    Reading reading = ContentReader.read(folder, LocalDate.now(clock));
    Content content = reading.content().orElseThrow(() -> new BrokenContent(reading.problems()));
    Optional<Meaning> meaning = options.meaning() ? Meaning.load() : Optional.empty();
    Edition first = new Edition(1, content, meaning, options.vectors());
    List<Problem> missed = SelfTest.redFlags(first);
    if (!missed.isEmpty()) {
      throw new BrokenContent(missed);
    }
    return new Knowledge(folder, clock, options, meaning, first);
  }

  /** Checks a content folder and asks it its own questions, without serving it. */
  public static Checkup check(Path folder, Clock clock, Options options) {
    return check(folder, clock, options, options.meaning() ? Meaning.load() : Optional.empty());
  }

  private static Checkup check(
      Path folder, Clock clock, Options options, Optional<Meaning> meaning) {
    Reading reading = ContentReader.read(folder, LocalDate.now(clock));
    if (reading.content().isEmpty()) {
      return new Checkup(reading.problems(), reading.files(), Optional.empty());
    }
    Edition edition = new Edition(1, reading.content().get(), meaning, options.vectors());
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(SelfTest.redFlags(edition));
    problems.addAll(SelfTest.run(edition));
    return new Checkup(
        problems.stream().sorted().toList(), reading.files(), Optional.of(summary(edition)));
  }

  /** Checks this knowledge's own folder as it stands on disk. */
  public Checkup check() {
    return check(folder, clock, options, meaning);
  }

  /** The answer to a question; the same for the same question, context and edition. */
  public Answer answer(Question question, Context context) {
    return current.answer(question, context);
  }

  /** The passages most likely to answer, best first, however low their confidence. */
  public List<Match> rank(Question question, int most) {
    return current.rank(question, most);
  }

  /** Passages whose question may be the one being typed, best first. */
  public List<Passage> suggest(String prefix, int most) {
    return current.suggest(prefix, most);
  }

  /** Two rows of one table side by side; empty when no table holds both. */
  public Optional<Comparison> compare(String left, String right) {
    return current.compare(left, right);
  }

  /** The edition that serves now; hold it for the length of one question only. */
  public Edition edition() {
    return current;
  }

  /** What the current edition holds. */
  public Summary summary() {
    return summary(current);
  }

  private static Summary summary(Edition edition) {
    Content content = edition.content();
    return new Summary(
        edition.number(),
        content.hash(),
        content.passages().size(),
        content.passages().stream().mapToInt(p -> p.questions().size()).sum(),
        content.tables().size(),
        content.tables().values().stream().mapToInt(table -> table.rows().size()).sum(),
        content.redFlags().size(),
        content.sources().size());
  }
}
