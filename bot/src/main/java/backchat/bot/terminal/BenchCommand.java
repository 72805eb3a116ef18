package backchat.bot.terminal;

import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import backchat.knowledge.content.Passage;
import backchat.knowledge.index.PlainSearch;
import backchat.knowledge.meaning.Meaning;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * {@code bench}: speed on this machine as ratios against plain Lucene on the same passages in the
 * same run, on one thread. Confined to one thread.
 */
@CommandLine.Command(
    name = "bench",
    description = "Measure speed here, as ratios against plain Lucene and the bare embedding.")
final class BenchCommand implements Runnable {
  private static final int EVERY = 9;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 4;

  private final CommandLineProgram program;

  BenchCommand(CommandLineProgram program) {
    this.program = program;
  }

  private record Times(double median, double late) {
    static Times of(long[] nanoseconds) {
      long[] sorted = nanoseconds.clone();
      Arrays.sort(sorted);
      return new Times(sorted[sorted.length / 2] / 1e3, sorted[(int) (sorted.length * 0.99)] / 1e3);
    }
  }

  @Override
  public void run() {
    Knowledge knowledge = Opening.words(program);
    Edition edition = knowledge.edition();
    List<String> questions = questions(edition);
    PlainSearch plain = new PlainSearch(edition.content().passages(), edition.analysis());
    PrintWriter out = program.streams().out();
    out.printf(
        Locale.ROOT,
        "%d questions, %d passages, one thread; microseconds%n%-34s %9s %9s %9s %9s%n",
        questions.size(),
        edition.content().passages().size(),
        "",
        "median",
        "x",
        "99th",
        "x");
    Times floor = print(out, "plain Lucene BM25, ten best", questions, plain::search, null);
    print(
        out,
        "answer by words alone",
        questions,
        text -> edition.answer(new Question(text), Context.NONE),
        floor);
    print(
        out,
        "suggest from six letters",
        questions,
        text -> edition.suggest(begun(text), 25),
        floor);
    Optional<Meaning> meaning = program.options().meaning() ? Meaning.load() : Optional.empty();
    if (meaning.isPresent()) {
      Times embedding =
          print(out, "bare embedding", questions, text -> meaning.get().vector(text), null);
      Edition whole = Opening.knowledge(program).edition();
      print(
          out,
          "answer with meaning (x embedding)",
          questions,
          text -> whole.answer(new Question(text), Context.NONE),
          embedding);
    }
  }

  private static String begun(String text) {
    return text.substring(0, Math.min(6, text.length()));
  }

  private static List<String> questions(Edition edition) {
    List<String> questions = new ArrayList<>();
    int count = 0;
    for (Passage passage : edition.content().passages()) {
      for (String question : passage.questions()) {
        if (count++ % EVERY == 0) {
          questions.add(question + " please");
        }
      }
    }
    return questions;
  }

  private static Times print(
      PrintWriter out, String name, List<String> questions, Consumer<String> work, Times floor) {
    for (int i = 0; i < WARM_UPS; i++) {
      questions.forEach(work);
    }
    long[] taken = new long[ROUNDS * questions.size()];
    int at = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String question : questions) {
        long begin = System.nanoTime();
        work.accept(question);
        taken[at++] = System.nanoTime() - begin;
      }
    }
    Times times = Times.of(taken);
    out.printf(
        Locale.ROOT,
        "%-34s %9.0f %9s %9.0f %9s%n",
        name,
        times.median(),
        ratio(times.median(), floor == null ? 0 : floor.median()),
        times.late(),
        ratio(times.late(), floor == null ? 0 : floor.late()));
    out.flush();
    return times;
  }

  private static String ratio(double time, double floor) {
    return floor == 0 ? "" : String.format(Locale.ROOT, "%.1f", time / floor);
  }
}
