package backchat.bot.terminal;

import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Question;
import backchat.knowledge.content.Passage;
import backchat.knowledge.evaluation.Labelled;
import backchat.knowledge.index.PlainSearch;
import backchat.knowledge.meaning.Meaning;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * {@code bench}: speed on this machine as ratios against plain Lucene on the same passages in the
 * same run, on one thread; and how many a second a core can do, from the thread's mean processor
 * time. Confined to one thread.
 */
@CommandLine.Command(
    name = "bench",
    description = "Measure speed here, as ratios against plain Lucene and the bare embedding.")
final class BenchCommand implements Runnable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int EVERY = 9;
  private static final int WARM_UPS = 3;
  private static final long WARM_UP_NANOSECONDS = 3_000_000_000L;
  private static final int ROUNDS = 4;

  /** What somebody may write before the question. */
  private static final String STORY =
      "Hi, I am 43 and I drive a van for a living. My lower back has been stiff in the mornings"
          + " since we moved house in spring, and it gets better once I have walked about. Last"
          + " week a friend told me what she does for hers, and now I wonder. ";

  /** As many characters as 30 words have, and the longer messages that it should grow evenly to. */
  private static final List<Integer> LENGTHS = List.of(165, 500, 1_000, 2_000, 4_000);

  private static final int MESSAGES = 200;

  private final CommandLineProgram program;

  @CommandLine.Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Labelled questions to ask in the place of the catalogue's own.")
  private List<Path> files = List.of();

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

  /** What is measured, all loaded; without meaning where that is off. */
  private record Measured(Edition words, PlainSearch plain, Optional<WithMeaning> whole) {}

  private record WithMeaning(Meaning meaning, Edition edition) {}

  @Override
  public void run() {
    Edition words = Opening.words(program).edition();
    Optional<Meaning> meaning = program.options().meaning() ? Meaning.load() : Optional.empty();
    Measured measured =
        new Measured(
            words,
            new PlainSearch(words.content().passages(), words.analysis()),
            meaning.map(loaded -> new WithMeaning(loaded, Opening.knowledge(program).edition())));
    if (!files.isEmpty()) {
      measure("labelled questions", labelled(), measured);
      return;
    }
    measure("questions", texts(words, ""), measured);
    measure("stories of sixty words", texts(words, STORY), measured);
    redFlags(words, measured.plain());
  }

  private List<String> labelled() {
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      try {
        Labelled.read(file).forEach(question -> texts.add(question.text()));
      } catch (IOException e) {
        throw new Failure("backchat: " + e.getMessage());
      }
    }
    if (texts.isEmpty()) {
      throw new Failure("backchat: no question in " + files);
    }
    return texts;
  }

  private void measure(String what, List<String> texts, Measured measured) {
    Edition words = measured.words();
    heading(what, texts, words);
    Times floor = print("plain Lucene BM25, ten best", texts, measured.plain()::search, null);
    print("answer by words alone", texts, text -> answer(words, text), floor);
    print(
        "red flags alone",
        texts,
        text -> words.triage().alarm(words.analysis().analyse(text)),
        floor);
    print("suggest from six letters", texts, text -> words.suggest(begun(text), 25), floor);
    if (measured.whole().isPresent()) {
      WithMeaning whole = measured.whole().get();
      Times embedding = print("bare embedding", texts, whole.meaning()::vector, null);
      print(
          "answer with meaning (x embedding)",
          texts,
          text -> answer(whole.edition(), text),
          embedding);
    }
  }

  /** All of reading a message for red flags, from its characters on, by length. */
  private void redFlags(Edition edition, PlainSearch plain) {
    for (int length : LENGTHS) {
      List<String> messages = messages(edition, length);
      heading("messages of " + length + " characters", messages, edition);
      Times floor = print("plain Lucene BM25, ten best", messages, plain::search, null);
      print(
          "red flags alone",
          messages,
          text -> edition.triage().alarm(edition.analysis().analyse(text)),
          floor);
    }
  }

  /** Messages made of the passages' questions one after another. */
  private static List<String> messages(Edition edition, int length) {
    List<String> messages = new ArrayList<>();
    StringBuilder message = new StringBuilder();
    for (Passage passage : edition.content().passages()) {
      for (String question : passage.questions()) {
        message.append(question).append(' ');
        if (message.length() >= length) {
          messages.add(message.substring(0, length));
          message.setLength(0);
        }
      }
    }
    return messages.subList(0, Math.min(messages.size(), MESSAGES));
  }

  private static Answer answer(Edition edition, String text) {
    return edition.answer(new Question(text), Context.NONE);
  }

  private void heading(String what, List<String> texts, Edition edition) {
    program
        .streams()
        .out()
        .printf(
            Locale.ROOT,
            "%d %s, %d passages, one thread; microseconds%n%-34s %9s %6s %9s %6s %10s %10s%n",
            texts.size(),
            what,
            edition.content().passages().size(),
            "",
            "median",
            "x",
            "99th",
            "x",
            "processor",
            "a second");
  }

  private static String begun(String text) {
    return text.substring(0, Math.min(6, text.length()));
  }

  private static List<String> texts(Edition edition, String before) {
    List<String> texts = new ArrayList<>();
    int count = 0;
    for (Passage passage : edition.content().passages()) {
      for (String question : passage.questions()) {
        if (count++ % EVERY == 0) {
          texts.add(before + question + " please");
        }
      }
    }
    return texts;
  }

  private Times print(String name, List<String> questions, Consumer<String> work, Times floor) {
    PrintWriter out = program.streams().out();
    long warm = System.nanoTime() + WARM_UP_NANOSECONDS;
    for (int i = 0; i < WARM_UPS || System.nanoTime() < warm; i++) {
      questions.forEach(work);
    }
    long[] taken = new long[ROUNDS * questions.size()];
    int at = 0;
    long before = THREADS.getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      for (String question : questions) {
        long begin = System.nanoTime();
        work.accept(question);
        taken[at++] = System.nanoTime() - begin;
      }
    }
    double processor = (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / taken.length;
    Times times = Times.of(taken);
    out.printf(
        Locale.ROOT,
        "%-34s %9.0f %6s %9.0f %6s %10.0f %10.0f%n",
        name,
        times.median(),
        ratio(times.median(), floor == null ? 0 : floor.median()),
        times.late(),
        ratio(times.late(), floor == null ? 0 : floor.late()),
        processor,
        1e6 / processor);
    out.flush();
    return times;
  }

  private static String ratio(double time, double floor) {
    return floor == 0 ? "" : String.format(Locale.ROOT, "%.1f", time / floor);
  }
}
