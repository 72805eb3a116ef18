package backchat.benchmarks;

import backchat.knowledge.Edition;
import backchat.knowledge.index.PlainSearch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From files to an edition that serves, beside a plain Lucene index. One thread. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@State(Scope.Benchmark)
public class ReloadBenchmark {
  private final Edition edition = Served.edition(false);

  /** The floor: the same passages analysed and indexed by Lucene as it comes. */
  @Benchmark
  public PlainSearch plainIndex() {
    return new PlainSearch(edition.content().passages(), edition.analysis());
  }

  /** Reads, checks and indexes all files for words alone. */
  @Benchmark
  public Edition words() {
    return Served.edition(false);
  }

  /** The same with sentence vectors, which are kept from the time before. */
  @Benchmark
  public Edition meaning() {
    return Served.edition(true);
  }
}
