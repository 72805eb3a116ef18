package backchat.knowledge;

import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.content.Problem;
import backchat.knowledge.keeping.Keeper;
import backchat.knowledge.keeping.KeptEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what to serve at a start: the edition that a moderator went back to, else what the content
 * folder holds, else the edition that served last. Confined to one thread.
 */
final class Starting {
  private static final Logger LOG = LoggerFactory.getLogger(Starting.class);

  private final Path folder;
  private final Clock clock;
  private final Options options;
  private String trouble = "";

  Starting(Path folder, Clock clock, Options options) {
    this.folder = folder;
    this.clock = clock;
    this.options = options;
  }

  /** What went wrong and stopped nothing; empty when nothing did. */
  Optional<String> trouble() {
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  Changing start() throws BrokenContent {
    Optional<Keeper> keeper = keeper();
    Loading loading = Loading.of(options);
    Changing.Served first = first(loading, keeper);
    return new Changing(folder, clock, loading, keeper, first);
  }

  private Changing.Served first(Loading loading, Optional<Keeper> keeper) throws BrokenContent {
    Keeper.Serving before = keeper.map(Keeper::serving).orElse(new Keeper.Serving(0, false, 0));
    if (before.rolledBack()) {
      Optional<Edition> back = kept(loading, keeper.orElseThrow(), before.edition());
      if (back.isPresent()) {
        LOG.warn(
            "edition {} serves, to which a moderator went back; a reload serves the files again",
            before.edition());
        return served(back.get(), true);
      }
      note(
          "edition %d, to which a moderator went back, cannot be read; the files serve"
              .formatted(before.edition()));
    }
    ContentFiles files = ContentFiles.read(folder);
    Loading.Built built =
        loading.build(files, LocalDate.now(clock), number(files, keeper), Loading.Asked.RED_FLAGS);
    if (built.edition().isEmpty()) {
      return last(loading, keeper, before, built.problems());
    }
    keeper.ifPresent(k -> keep(k, built.edition().get(), files));
    return served(built.edition().get(), false);
  }

  private Changing.Served last(
      Loading loading, Optional<Keeper> keeper, Keeper.Serving before, List<Problem> problems)
      throws BrokenContent {
    Edition edition =
        keeper
            .flatMap(k -> kept(loading, k, before.edition()))
            .orElseThrow(() -> new BrokenContent(problems));
    note(
        "the content folder has errors, so edition %d goes on serving; check lists them"
            .formatted(edition.number()));
    return served(edition, false);
  }

  private Changing.Served served(Edition edition, boolean rolledBack) {
    return new Changing.Served(edition, clock.instant(), rolledBack);
  }

  private Optional<Keeper> keeper() {
    if (options.data().isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Keeper> keeper = Keeper.open(options.data().get());
      if (keeper.isEmpty()) {
        note("another Backchat has the data folder, so this one keeps no editions");
        return keeper;
      }
      keeper
          .get()
          .installing()
          .finish()
          .ifPresent(changed -> LOG.warn("{}: changes that were cut short are in now", changed));
      return keeper;
    } catch (IOException e) {
      note("the data folder cannot be written, so no editions are kept: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static int number(ContentFiles files, Optional<Keeper> keeper) {
    String hash = files.hash();
    return keeper
        .flatMap(k -> k.history().stream().filter(kept -> kept.hash().equals(hash)).findFirst())
        .map(KeptEdition::number)
        .orElseGet(() -> keeper.map(k -> k.serving().last()).orElse(0) + 1);
  }

  /** A kept edition, held against the day on which it was loaded first. */
  private Optional<Edition> kept(Loading loading, Keeper keeper, int number) {
    Optional<KeptEdition> kept =
        keeper.history().stream().filter(one -> one.number() == number).findFirst();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.ofInstant(kept.get().loaded(), clock.getZone());
      return loading
          .build(keeper.content(kept.get()), day, number, Loading.Asked.RED_FLAGS)
          .edition();
    } catch (IOException e) {
      LOG.warn("edition {} cannot be read: {}", number, e.toString());
      return Optional.empty();
    }
  }

  private void keep(Keeper keeper, Edition edition, ContentFiles files) {
    try {
      keeper.serve(Changing.kept(edition, clock.instant()), files, false);
    } catch (IOException e) {
      note("edition %d cannot be kept: %s".formatted(edition.number(), e.getMessage()));
    }
  }

  private void note(String what) {
    LOG.error("{}", what);
    trouble = trouble.isEmpty() ? what : trouble + "; " + what;
  }
}
