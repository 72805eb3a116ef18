package backchat.bot.discord;

import backchat.benchmarks.Served;
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

/** Every passage, rendered for this platform, beside an empty loop. One thread. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 3)
@State(Scope.Thread)
public class DiscordBenchmark {
  private final Reply[] replies = Served.replies();
  private final DiscordRenderer renderer = new DiscordRenderer();
  private int at;

  private Reply next() {
    at = at + 1 == replies.length ? 0 : at + 1;
    return replies[at];
  }

  /** The floor: goes from reply to reply. */
  @Benchmark
  public Object emptyLoop() {
    return next();
  }

  /** Renders one reply. */
  @Benchmark
  public Object render() {
    return renderer.render(next(), Around.NOTHING);
  }
}
