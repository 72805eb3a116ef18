package backchat.bot.terminal;

import backchat.knowledge.BrokenContent;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.Question;
import backchat.knowledge.Reload;
import backchat.knowledge.content.Passage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/**
 * {@code bench-reload}: how long a reload takes here, and what questions notice of it. Works on a
 * copy of the content folder. Confined to one thread.
 */
@CommandLine.Command(
    name = "bench-reload",
    description = "Measure reloads here, on a copy: how long they take, and what questions notice.")
final class BenchReloadCommand implements Callable<Integer> {
  private static final int PLAIN = 5;
  private static final int ASKED = 2_000;

  private final CommandLineProgram program;

  @CommandLine.Option(
      names = "--rate",
      paramLabel = "N",
      description = "Questions a second while it reloads (default: 1000).")
  private int rate = 1_000;

  @CommandLine.Option(
      names = "--reloads",
      paramLabel = "N",
      description = "How many reloads, of which two in five are broken (default: 50).")
  private int reloads = 50;

  @CommandLine.Option(
      names = "--entries",
      paramLabel = "N",
      description = "Reload so many made-up entries instead, and ask them afterwards.")
  private int entries;

  BenchReloadCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path temp = Files.createTempDirectory("backchat-bench");
    try {
      Path folder = ReloadRush.copy(program.folder(), temp.resolve("content"));
      if (entries > 0) {
        MadeUpEntries.write(folder, entries);
      }
      Options options =
          new Options(
              program.options().meaning(),
              Optional.of(vectors(temp)),
              Optional.of(temp.resolve("data")));
      try (Knowledge knowledge = Knowledge.open(folder, program.clock(), options)) {
        plain(knowledge);
        if (entries > 0) {
          answers(knowledge.edition());
          return 0;
        }
        return rush(new ReloadRush(knowledge, folder));
      }
    } catch (BrokenContent e) {
      throw new Failure("backchat: the content folder has errors; './backchat check' lists them");
    } finally {
      delete(temp);
    }
  }

  /** A copy, so that the program's own file stays as it is. */
  private Path vectors(Path temp) throws IOException {
    Path copy = temp.resolve("vectors.bin");
    Path kept = program.options().vectors().orElseThrow();
    return Files.exists(kept) ? Files.copy(kept, copy) : copy;
  }

  private void plain(Knowledge knowledge) {
    PrintWriter out = program.streams().out();
    out.printf(
        Locale.ROOT,
        "%,d passages, %d processors; reloads in seconds:",
        knowledge.summary().passages(),
        Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < (entries > 0 ? 2 : PLAIN); i++) {
      if (knowledge.reload() instanceof Reload.Replaced replaced) {
        out.printf(Locale.ROOT, " %s", seconds(replaced.duration()));
        out.flush();
      }
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "%nheap in use afterwards: %,d MB of at most %,d MB; taken from the system: %,d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20,
        runtime.totalMemory() >> 20);
    out.flush();
  }

  /** How long one thread waits for answers; twice over, since the first time compiles. */
  private void answers(Edition edition) {
    List<Passage> passages = edition.content().passages();
    int step = Math.max(1, passages.size() / ASKED);
    long[] times = {};
    for (int round = 0; round < 2; round++) {
      times = new long[Math.min(ASKED, passages.size())];
      for (int i = 0; i < times.length; i++) {
        String text = "Hello, " + passages.get(i * step).question();
        long from = System.nanoTime();
        edition.answer(new Question(text), Context.NONE);
        times[i] = System.nanoTime() - from;
      }
    }
    Arrays.sort(times);
    program
        .streams()
        .out()
        .printf(
            Locale.ROOT,
            "%,d answers on one thread: median %.2f ms, 99th percentile %.2f ms%n",
            times.length,
            times[times.length / 2] / 1e6,
            times[times.length * 99 / 100] / 1e6);
  }

  private int rush(ReloadRush rush) throws IOException, InterruptedException {
    int broken = reloads * 2 / 5;
    ReloadRush.Result result = rush.run(rate, reloads - broken, broken);
    List<Duration> times = result.reloads().stream().sorted().toList();
    program
        .streams()
        .out()
        .printf(
            Locale.ROOT,
            "%d reloads, %d of them broken, under %,d questions a second%n"
                + "reloads in seconds: median %s, longest %s%n"
                + "questions: %,d asked, %,d answered, %,d from a mixed or old edition%n"
                + "waits: longest %d ms, %,d longer than %d ms%n",
            reloads,
            broken,
            rate,
            seconds(times.get(times.size() / 2)),
            seconds(times.getLast()),
            result.asked(),
            result.answered(),
            result.wrong(),
            result.longest().toMillis(),
            result.late(),
            ReloadRush.LATE.toMillis());
    return result.asked() == result.answered() && result.wrong() == 0 ? 0 : 1;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1e3);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
