package backchat.benchmarks;

import backchat.knowledge.Answer;
import backchat.knowledge.BrokenContent;
import backchat.knowledge.Context;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * How the program bears many entries, by words alone: time to load, memory, answers, and answers
 * while another edition is built. Confined to one thread, which starts one other.
 */
public final class LargeKnowledge {
  private static final int ROUNDS = 4;

  private LargeKnowledge() {}

  /**
   * Prints a row of a table for each size.
   *
   * @param arguments how many entries are made up for each row
   */
  public static void main(String[] arguments) throws IOException, BrokenContent {
    System.out.println(
        "| made-up entries | passages | load s | heap MB | answer p50 us | p99 us"
            + " | while loading: p50 us | p99 us | right first |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (String count : arguments) {
      Path folder = Files.createTempDirectory("backchat-large");
      try {
        row(folder, Integer.parseInt(count));
      } finally {
        delete(folder);
      }
    }
  }

  private static void row(Path folder, int count) throws IOException, BrokenContent {
    copy(Served.content(), folder);
    List<String> questions =
        new MadeUpEntries(Served.edition(false).content().passages()).write(folder, count);
    long begin = System.nanoTime();
    Knowledge knowledge = open(folder);
    double load = (System.nanoTime() - begin) / 1e9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    times(knowledge, questions, 1);
    long[] quiet = times(knowledge, questions, ROUNDS);
    CompletableFuture<Knowledge> other = CompletableFuture.supplyAsync(() -> again(folder));
    long[] busy = times(knowledge, questions, 1);
    while (!other.isDone()) {
      busy = together(busy, times(knowledge, questions, 1));
    }
    other.join();
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.1f | %,d | %.0f | %.0f | %.0f | %.0f | %.1f %% |%n",
        count,
        knowledge.summary().passages(),
        load,
        heap,
        part(quiet, 0.5),
        part(quiet, 0.99),
        part(busy, 0.5),
        part(busy, 0.99),
        100.0
            * questions.stream().filter(text -> isRight(knowledge, text)).count()
            / questions.size());
  }

  private static Knowledge open(Path folder) throws BrokenContent {
    try {
      return Knowledge.open(folder, Clock.systemUTC(), Options.WORDS);
    } catch (BrokenContent e) {
      e.problems().stream().limit(5).forEach(System.err::println);
      throw e;
    }
  }

  private static Knowledge again(Path folder) {
    try {
      return open(folder);
    } catch (BrokenContent e) {
      throw new CompletionException(e);
    }
  }

  /** Whether the passage found first is one whose question this is. */
  private static boolean isRight(Knowledge knowledge, String asked) {
    return knowledge.rank(new Question(asked), 1).stream()
        .flatMap(match -> match.passage().questions().stream())
        .anyMatch(asked::contains);
  }

  private static long[] times(Knowledge knowledge, List<String> questions, int rounds) {
    long[] times = new long[rounds * questions.size()];
    for (int i = 0; i < times.length; i++) {
      Question question = new Question(questions.get(i % questions.size()));
      long begin = System.nanoTime();
      Answer answer = knowledge.answer(question, Context.NONE);
      times[i] = System.nanoTime() - begin;
      if (answer == null) {
        throw new IllegalStateException("no answer");
      }
    }
    return times;
  }

  private static long[] together(long[] some, long[] others) {
    long[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  private static double part(long[] times, double part) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * part)] / 1e3;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
