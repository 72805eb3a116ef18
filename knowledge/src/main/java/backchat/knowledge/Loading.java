package backchat.knowledge;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.content.ContentReader;
import backchat.knowledge.content.Problem;
import backchat.knowledge.content.Reading;
import backchat.knowledge.meaning.Meaning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Builds editions aside and asks them their own questions. Thread-safe.
 *
 * @param options how to load
 * @param loaded computes sentence vectors; empty for words alone
 */
record Loading(Options options, CompletableFuture<Optional<Meaning>> loaded) {
  /** Begins to load the model, while others read files. */
  static Loading of(Options options) {
    return new Loading(
        options,
        options.meaning()
            ? CompletableFuture.supplyAsync(Meaning::load)
            : CompletableFuture.completedFuture(Optional.empty()));
  }

  private Optional<Meaning> meaning() {
    return loaded.join();
  }

  /**
   * What came of a build. Immutable.
   *
   * @param edition empty when there is an error among the problems
   * @param problems errors first
   * @param files how many files were read
   */
  record Built(Optional<Edition> edition, List<Problem> problems, int files) {}

  /** Which questions of its own an edition is asked. Immutable. */
  enum Asked {
    /** None, since this content has been asked before. */
    NOTHING,
    /** Those of red flags, whose misses are errors; none where a start has done so before. */
    RED_FLAGS,
    /** Also each phrasing of each passage, one after the other. */
    ALL,
    /** The same on all processors: faster, and in the way of whoever else wants them. */
    ALL_AT_ONCE
  }

  /**
   * @param number of the edition
   * @param today the day against which {@code review_by} is held
   */
  Built build(ContentFiles files, LocalDate today, int number, Asked asked) {
    Optional<CheckedContent> kept = asked == Asked.RED_FLAGS ? kept(files) : Optional.empty();
    Optional<Content> checked = kept.flatMap(k -> k.read(today));
    if (checked.isPresent()) {
      Reading before = new Reading(checked, List.of(), files.files().size());
      return tested(before, number, Asked.NOTHING, kept);
    }
    Reading reading = ContentReader.read(files, today);
    if (reading.content().isEmpty()) {
      // a process that ends while its model is being loaded crashes
      meaning();
      return new Built(Optional.empty(), reading.problems(), reading.files());
    }
    Built built = tested(reading, number, asked, kept);
    built.edition().ifPresent(edition -> kept.ifPresent(k -> k.write(edition.content())));
    return built;
  }

  /** Files that could not be read have no say in the hash, so nothing is kept of such a folder. */
  private Optional<CheckedContent> kept(ContentFiles files) {
    return options
        .content()
        .filter(file -> files.problems().isEmpty())
        .flatMap(file -> CheckedContent.of(file, files));
  }

  private Built tested(Reading reading, int number, Asked asked, Optional<CheckedContent> kept) {
    try {
      Edition edition = new Edition(number, reading.content().orElseThrow(), loaded, options, kept);
      List<Problem> problems = new ArrayList<>(reading.problems());
      if (asked != Asked.NOTHING) {
        problems.addAll(SelfTest.redFlags(edition));
      }
      boolean broken = problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
      if (asked == Asked.ALL || asked == Asked.ALL_AT_ONCE) {
        problems.addAll(SelfTest.run(edition, asked == Asked.ALL_AT_ONCE));
      }
      return new Built(
          broken ? Optional.empty() : Optional.of(edition),
          problems.stream().sorted().toList(),
          reading.files());
    } finally {
      meaning().ifPresent(Meaning::forget);
    }
  }

  static Summary summary(Edition edition) {
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
