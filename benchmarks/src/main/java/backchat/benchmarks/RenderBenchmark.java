package backchat.benchmarks;

import backchat.bot.conversation.Reply;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every passage, rendered for one platform, beside an empty loop. One thread. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
@State(Scope.Thread)
public abstract class RenderBenchmark {
  private final Reply[] replies = Served.replies();
  private int at;

  private Reply next() {
    at = at + 1 == replies.length ? 0 : at + 1;
    return replies[at];
  }

  /** What the platform would send for a reply. */
  protected abstract Object rendered(Reply reply);

  /** The floor: goes from reply to reply. */
  @Benchmark
  public Object emptyLoop() {
    return next();
  }

  /** Renders one reply. */
  @Benchmark
  public Object render() {
    return rendered(next());
  }
}
