package backchat.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the benchmarks and prints a table in Markdown: each row with its ratio to its floor, at the
 * median and at the 99th percentile. Confined to one thread.
 */
public final class Benchmarks {
  /** What each benchmark is held against; both run on the same texts. */
  private static final Map<String, String> FLOORS =
      Map.ofEntries(
          Map.entry("AnswerBenchmark.words", "AnswerBenchmark.plainSearch"),
          Map.entry("AnswerBenchmark.triage", "AnswerBenchmark.plainSearch"),
          Map.entry("AnswerBenchmark.suggest", "AnswerBenchmark.plainSearch"),
          Map.entry("AnswerBenchmark.meaning", "AnswerBenchmark.bareEmbedding"),
          Map.entry("TelegramBenchmark.render", "TelegramBenchmark.emptyLoop"),
          Map.entry("DiscordBenchmark.render", "DiscordBenchmark.emptyLoop"),
          Map.entry("TerminalBenchmark.render", "TerminalBenchmark.emptyLoop"),
          Map.entry("ReloadBenchmark.words", "ReloadBenchmark.plainIndex"),
          Map.entry("ReloadBenchmark.meaning", "ReloadBenchmark.plainIndex"),
          Map.entry("StartBenchmark.words", "StartBenchmark.emptyProgram"),
          Map.entry("StartBenchmark.meaning", "StartBenchmark.emptyProgram"));

  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param arguments part of a name to run only those, and JMH's own options
   */
  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(arguments);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .parent(given)
                    .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(1)))
                    .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(2)))
                    .forks(given.getForkCount().orElse(1))
                    .jvmArgsAppend(
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dbackchat.home=" + Served.home())
                    .build())
            .run();
    print(results);
  }

  private static void print(Collection<RunResult> results) {
    Map<String, RunResult> byName = new TreeMap<>();
    results.forEach(result -> byName.put(name(result), result));
    System.out.println();
    System.out.println("| benchmark | median | x floor | 99th percentile | x floor | floor |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    byName.forEach(
        (name, result) -> {
          String[] parts = name.split(" ", 2);
          String floor = FLOORS.getOrDefault(parts[0], "");
          Optional<Statistics> under =
              Optional.ofNullable(byName.get((floor + " " + parts[1]).strip() + gap(parts[1])))
                  .map(Benchmarks::statistics);
          System.out.println(row(name.strip(), result, floor, under));
        });
  }

  private static String gap(String parameters) {
    return parameters.isEmpty() ? " " : "";
  }

  private static String row(
      String name, RunResult result, String floor, Optional<Statistics> under) {
    Statistics times = statistics(result);
    String unit = result.getPrimaryResult().getScoreUnit().replace("/op", "");
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (double percentile : List.of(50.0, 99.0)) {
      double time = times.getPercentile(percentile);
      row.append(String.format(Locale.ROOT, " %.4g %s |", time, unit));
      row.append(
          under
              .map(u -> String.format(Locale.ROOT, " %.2f |", time / u.getPercentile(percentile)))
              .orElse(" |"));
    }
    return row.append(' ').append(floor.replaceAll(".*\\.", "")).append(" |").toString();
  }

  private static Statistics statistics(RunResult result) {
    return result.getPrimaryResult().getStatistics();
  }

  /** Class and method, a space, and the parameters. */
  private static String name(RunResult result) {
    String[] parts = result.getParams().getBenchmark().split("\\.");
    StringBuilder name = new StringBuilder(parts[parts.length - 2] + "." + parts[parts.length - 1]);
    name.append(' ');
    for (String key : result.getParams().getParamsKeys()) {
      name.append(result.getParams().getParam(key));
    }
    return name.toString();
  }
}
