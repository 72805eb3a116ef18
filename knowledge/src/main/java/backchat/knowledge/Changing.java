package backchat.knowledge;

import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.content.Problem;
import backchat.knowledge.keeping.Keeper;
import backchat.knowledge.keeping.KeptEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changes what is served, one change at a time and each in one step. Thread-safe: the served
 * edition is one volatile field, written when another one has been built, tested and kept.
 */
final class Changing implements AutoCloseable {
  private final Path folder;
  private final Clock clock;
  private final Loading loading;
  private final Optional<Keeper> keeper;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger last;
  private final List<Consumer<Reload>> told = new CopyOnWriteArrayList<>();
  private volatile Served served;

  Changing(Path folder, Clock clock, Loading loading, Optional<Keeper> keeper, Served first) {
    this.folder = folder;
    this.clock = clock;
    this.loading = loading;
    this.keeper = keeper;
    this.last =
        new AtomicInteger(
            Math.max(first.edition().number(), keeper.map(k -> k.serving().last()).orElse(0)));
    this.served = first;
  }

  /**
   * What serves. Immutable.
   *
   * @param edition answers
   * @param since when it began to
   * @param began the same by {@link System#nanoTime}, which nobody can set
   * @param rolledBack whether a moderator went back to it
   */
  record Served(Edition edition, Instant since, long began, boolean rolledBack) {
    /** From now on. */
    Served(Edition edition, Instant since, boolean rolledBack) {
      this(edition, since, System.nanoTime(), rolledBack);
    }
  }

  Served served() {
    return served;
  }

  void tell(Consumer<Reload> listener) {
    told.add(listener);
  }

  /** Serves what the folder holds, if that is right. */
  Reload reload() {
    long from = System.nanoTime();
    return alone(() -> replace(ContentFiles.read(folder), today(clock.instant()), false, from));
  }

  /** Serves an edition that is kept, as it was. */
  Reload rollback(int number) {
    long from = System.nanoTime();
    return alone(() -> back(number, from));
  }

  private Reload back(int number, long from) {
    List<KeptEdition> kept = history();
    Optional<KeptEdition> wanted = kept.stream().filter(k -> k.number() == number).findFirst();
    if (wanted.isEmpty()) {
      String there = String.join(", ", kept.stream().map(k -> String.valueOf(k.number())).toList());
      return refused(
          "edition " + number,
          there.isEmpty()
              ? "there is none to go back to; /kb status may say why"
              : "not kept; write one of " + there);
    }
    try {
      ContentFiles files = keeper.orElseThrow().content(wanted.get());
      return replace(files, today(wanted.get().loaded()), true, from);
    } catch (IOException e) {
      return refused("edition " + number, "cannot be read: " + e.getMessage());
    }
  }

  /** Changes the folder, keeps a backup of it as it was, and serves the outcome. */
  Reload install(Map<String, Optional<byte[]>> changes) {
    long from = System.nanoTime();
    return alone(() -> installed(changes, from));
  }

  private Reload installed(Map<String, Optional<byte[]>> changes, long from) {
    if (keeper.isEmpty()) {
      return refused("the data folder", "cannot be used, so nothing is installed");
    }
    ContentFiles now = ContentFiles.read(folder);
    ContentFiles then = now.with(changes);
    Loading.Built built = built(then, today(clock.instant()));
    if (built.edition().isEmpty()) {
      return new Reload.Kept(built.problems());
    }
    try {
      keeper.get().installing().backUp(now, clock.instant());
      keeper.get().installing().install(folder, changes);
    } catch (IOException e) {
      return refused(
          "the content folder",
          "cannot be changed (%s); make room or set its permissions".formatted(e.getMessage()));
    }
    return swap(then, built, false, from);
  }

  /** What would come of changes to the folder. */
  Checkup check(Map<String, Optional<byte[]>> changes) {
    return aside(
        () -> {
          ContentFiles files = ContentFiles.read(folder).with(changes);
          Loading.Built built = built(files, today(clock.instant()));
          return new Checkup(built.problems(), built.files(), built.edition());
        });
  }

  private Reload replace(ContentFiles files, LocalDate today, boolean rolledBack, long from) {
    Loading.Built built = built(files, today);
    return built.edition().isEmpty()
        ? new Reload.Kept(built.problems())
        : swap(files, built, rolledBack, from);
  }

  /** Content that is kept has a number already. */
  private Loading.Built built(ContentFiles files, LocalDate today) {
    String hash = files.hash();
    Edition now = served.edition();
    int number =
        hash.equals(now.content().hash())
            ? now.number()
            : history().stream()
                .filter(kept -> kept.hash().equals(hash))
                .map(KeptEdition::number)
                .findFirst()
                .orElseGet(() -> last.get() + 1);
    return loading.build(files, today, number, Loading.Asked.ALL);
  }

  private Reload swap(ContentFiles files, Loading.Built built, boolean rolledBack, long from) {
    Served before = served;
    Edition edition = built.edition().orElseThrow();
    try {
      if (keeper.isPresent()) {
        keeper.get().serve(kept(edition, clock.instant()), files, rolledBack);
      }
    } catch (IOException e) {
      return refused(
          "the data folder",
          "edition %d cannot be kept (%s); make room and reload"
              .formatted(edition.number(), e.getMessage()));
    }
    last.accumulateAndGet(edition.number(), Math::max);
    served =
        edition.number() == before.edition().number()
            ? new Served(edition, before.since(), before.began(), rolledBack)
            : new Served(edition, clock.instant(), rolledBack);
    return new Reload.Replaced(
        Loading.summary(before.edition()),
        Loading.summary(edition),
        Difference.of(before.edition(), edition),
        built.problems(),
        Duration.ofNanos(System.nanoTime() - from));
  }

  static KeptEdition kept(Edition edition, Instant now) {
    return new KeptEdition(
        edition.number(), edition.content().hash(), now, edition.content().passages().size());
  }

  private static Reload refused(String file, String message) {
    return new Reload.Kept(List.of(new Problem(Problem.Severity.ERROR, file, 0, message)));
  }

  List<KeptEdition> history() {
    return keeper.map(Keeper::history).orElse(List.of());
  }

  private LocalDate today(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }

  private Reload alone(Supplier<Reload> change) {
    if (!busy.compareAndSet(false, true)) {
      return new Reload.AlreadyRunning();
    }
    Reload came =
        aside(
            () -> {
              try {
                return change.get();
              } finally {
                busy.set(false);
              }
            });
    told.forEach(listener -> listener.accept(came));
    return came;
  }

  /** On a thread of its own: it keeps one busy for long, and virtual ones are for waiting. */
  private static <T> T aside(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofPlatform().daemon().name("knowledge").start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the knowledge was changing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the knowledge could not be changed", e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    if (keeper.isPresent()) {
      keeper.get().close();
    }
  }
}
