package backchat.benchmarks;

import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Question;
import backchat.knowledge.content.Passage;
import backchat.knowledge.index.PlainSearch;
import backchat.knowledge.meaning.Meaning;
import backchat.knowledge.triage.Alarm;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Answers, triage and suggestions beside plain Lucene and the bare embedding. One thread. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 4)
public class AnswerBenchmark {
  private static final int BEGUN = 6;
  private static final int SUGGESTED = 25;

  /** What is asked. Confined to one thread. */
  @State(Scope.Thread)
  public static class Asked {
    /** Questions of some ten words, or stories of some sixty with a question in them. */
    @Param({"question", "story"})
    public String text;

    private List<String> texts;
    private int at;

    /** Makes the texts of the catalogue's own questions. */
    @Setup
    public void choose() {
      texts = Served.texts(Served.edition(false), text.equals("story"));
    }

    private String next() {
      at = at + 1 == texts.size() ? 0 : at + 1;
      return texts.get(at);
    }
  }

  /** The catalogue by words alone. */
  @State(Scope.Benchmark)
  public static class Words {
    private Edition edition;
    private PlainSearch plain;

    /** Opens it. */
    @Setup
    public void open() {
      edition = Served.edition(false);
      plain = new PlainSearch(edition.content().passages(), edition.analysis());
    }
  }

  /** The catalogue with meaning. */
  @State(Scope.Benchmark)
  public static class WithMeaning {
    private Edition edition;
    private Meaning meaning;

    /** Opens it. */
    @Setup
    public void open() {
      edition = Served.edition(true);
      meaning = Meaning.load().orElseThrow();
    }
  }

  /** The floor: BM25, ten best. */
  @Benchmark
  public int plainSearch(Words words, Asked asked) {
    return words.plain.search(asked.next());
  }

  /** A whole answer by words alone, triage and all. */
  @Benchmark
  public Answer words(Words words, Asked asked) {
    return words.edition.answer(new Question(asked.next()), Context.NONE);
  }

  /** Red flags alone, with the analysis of the text. */
  @Benchmark
  public Optional<Alarm> triage(Words words, Asked asked) {
    return words.edition.triage().alarm(words.edition.analysis().analyse(asked.next()));
  }

  /** Suggestions for six letters. */
  @Benchmark
  public List<Passage> suggest(Words words, Asked asked) {
    String text = asked.next();
    return words.edition.suggest(text.substring(0, Math.min(BEGUN, text.length())), SUGGESTED);
  }

  /** The floor: the vector of the same text. */
  @Benchmark
  public byte[] bareEmbedding(WithMeaning meaning, Asked asked) {
    return meaning.meaning.vector(asked.next());
  }

  /** A whole answer with meaning. */
  @Benchmark
  public Answer meaning(WithMeaning meaning, Asked asked) {
    return meaning.edition.answer(new Question(asked.next()), Context.NONE);
  }
}
