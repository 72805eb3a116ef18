package backchat.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** From nothing to the first answer, through the launcher. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 7)
public class StartBenchmark {
  private static final String QUESTION = "Does massage help lower back pain?";

  /** The floor: Java itself. */
  @Benchmark
  public void emptyProgram() throws IOException, InterruptedException {
    run(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-version");
  }

  /** One answer by words alone. */
  @Benchmark
  public void words() throws IOException, InterruptedException {
    run(Served.home().resolve("backchat").toString(), "ask", QUESTION, "--meaning", "off");
  }

  /** One answer with meaning; the vectors of the catalogue are kept from the time before. */
  @Benchmark
  public void meaning() throws IOException, InterruptedException {
    run(Served.home().resolve("backchat").toString(), "ask", QUESTION);
  }

  private static void run(String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    Collections.addAll(command, arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int exit = builder.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
  }
}
