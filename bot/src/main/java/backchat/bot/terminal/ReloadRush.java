package backchat.bot.terminal;

import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import backchat.knowledge.Reload;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Questions at an even rate while the knowledge is reloaded again and again, some of the time from
 * files with a mistake. Two passages carry the number of the round in their text, so that an answer
 * of one edition with a passage of another shows; a phrasing changes with it, so that what is
 * learnt of phrasings is learnt anew. Confined to one thread, which starts others.
 */
final class ReloadRush {
  /** Answers that come later than this are late. */
  static final Duration LATE = Duration.ofMillis(100);

  private final Knowledge knowledge;
  private final Path folder;
  private final Passage watched;
  private final Passage beside;
  private final List<String> questions;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final List<Duration> reloads = new ArrayList<>();

  /**
   * @param knowledge of the folder
   * @param folder a copy of a content folder, which is written to
   */
  ReloadRush(Knowledge knowledge, Path folder) {
    this.knowledge = knowledge;
    this.folder = folder;
    this.watched =
        knowledge.edition().content().passages().stream()
            .filter(this::isEntry)
            .filter(passage -> neighbours(passage).stream().anyMatch(this::isEntry))
            .filter(passage -> found(passage.question()) != null)
            .findFirst()
            .orElseThrow();
    this.beside = neighbours(watched).stream().filter(this::isEntry).findFirst().orElseThrow();
    this.questions =
        knowledge.edition().content().passages().stream().map(Passage::question).toList();
  }

  private List<Passage> neighbours(Passage passage) {
    return knowledge.edition().related(passage);
  }

  private boolean isEntry(Passage passage) {
    return passage.file().startsWith("entries/");
  }

  private Answer.Found found(String question) {
    Answer answer = knowledge.answer(new Question(question), Context.NONE);
    return answer instanceof Answer.Found found && found.passage().question().equals(question)
        ? found
        : null;
  }

  /**
   * What came of a rush. Immutable.
   *
   * @param asked how many questions
   * @param answered how many of them got an answer
   * @param late how many waited longer than {@link #LATE}
   * @param longest the longest wait
   * @param wrong answers that mix editions, or are older than what served when they were asked
   * @param reloads how long each good reload took
   */
  record Result(
      long asked, long answered, long late, Duration longest, long wrong, List<Duration> reloads) {}

  /**
   * Runs until all reloads are done.
   *
   * @param rate questions a second
   * @param good reloads that must work
   * @param broken reloads that must be refused, mixed with the others
   */
  Result run(int rate, int good, int broken) throws IOException, InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    AtomicLong asked = new AtomicLong();
    Thread asking = Thread.ofPlatform().name("askers").start(() -> asked.set(ask(rate, over)));
    try {
      int rounds = good + broken;
      for (int i = 0; i < rounds; i++) {
        if ((long) (i + 1) * broken / rounds > (long) i * broken / rounds) {
          refused();
        } else {
          replaced();
        }
      }
    } finally {
      over.countDown();
      asking.join();
    }
    return new Result(
        asked.get(),
        answered.get(),
        late.get(),
        Duration.ofNanos(longest.get()),
        wrong.get(),
        List.copyOf(reloads));
  }

  private void replaced() throws IOException {
    int round = begun.incrementAndGet();
    mark(watched, round);
    mark(beside, round);
    if (!(knowledge.reload() instanceof Reload.Replaced replaced)) {
      throw new IllegalStateException("a good reload was refused");
    }
    reloads.add(replaced.duration());
    done.set(round);
  }

  private void refused() throws IOException {
    Path file = folder.resolve(watched.file());
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\\ngrade: .*", "\ngrade: broken"));
    if (!(knowledge.reload() instanceof Reload.Kept)) {
      throw new IllegalStateException("a broken folder was served");
    }
    Files.writeString(file, text);
  }

  /** Writes the number of the round into a passage's text, and a phrasing that is new with it. */
  private void mark(Passage passage, int round) throws IOException {
    Path file = folder.resolve(passage.file());
    String phrasing = passage.question().replaceAll("[^\\p{L}\\p{Nd} ]", "");
    String text =
        Files.readString(file)
            .replaceFirst("\\n\\nRound \\d+\\.\\s*$", "")
            .replaceFirst("\\n  - [^\\n]* in round \\d+\\n", "\n")
            .replaceFirst(
                "\\nalso_asked:\\n",
                "\nalso_asked:\n  - %s in round %d\n".formatted(phrasing, round))
            .stripTrailing();
    Files.writeString(file, text + "\n\nRound " + round + ".\n");
  }

  private static int round(Passage passage) {
    return passage.blocks().stream()
        .map(block -> block instanceof Block.Paragraph paragraph ? paragraph.text() : "")
        .filter(text -> text.matches("Round \\d+\\."))
        .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private long ask(int rate, CountDownLatch over) {
    long each = 1_000_000_000L / rate;
    long from = System.nanoTime();
    List<Thread> askers = new ArrayList<>();
    long count = 0;
    for (; over.getCount() > 0; count++) {
      long due = from + count * each;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      }
      boolean watching = count % 4 == 0;
      String question =
          watching ? watched.question() : questions.get((int) (count % questions.size()));
      askers.add(Thread.startVirtualThread(() -> answer(question, watching, due)));
      if (askers.size() > rate) {
        askers.removeIf(thread -> !thread.isAlive());
      }
    }
    for (Thread asker : askers) {
      try {
        asker.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return count;
  }

  private void answer(String question, boolean watching, long due) {
    int before = done.get();
    Answer answer = knowledge.answer(new Question(question), Context.NONE);
    long waited = System.nanoTime() - due;
    answered.incrementAndGet();
    longest.accumulateAndGet(waited, Math::max);
    if (waited > LATE.toNanos()) {
      late.incrementAndGet();
    }
    if (watching && !isWhole(answer, before)) {
      wrong.incrementAndGet();
    }
  }

  private boolean isWhole(Answer answer, int before) {
    if (!(answer instanceof Answer.Found found) || !found.passage().id().equals(watched.id())) {
      return false;
    }
    int round = round(found.passage());
    boolean inTime = round >= before && round <= begun.get();
    return inTime
        && found.related().stream()
            .filter(passage -> passage.id().equals(beside.id()))
            .allMatch(passage -> round(passage) == round);
  }

  /** Copies a content folder. */
  static Path copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
