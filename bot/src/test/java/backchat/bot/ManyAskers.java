package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Crowd;
import backchat.bot.discord.DiscordCrowd;
import backchat.bot.telegram.TelegramCrowd;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 people ask the real program, half of them on Telegram and half on Discord, for a minute.
 * No part of the build; run it by {@code ./mvnw verify -Dtest=ManyAskers}, and with {@code
 * -Dmany.rate=1000 -Dmany.seconds=60 -Dmany.meaning=on} for other than 500 questions a second on
 * words alone. {@code -Dmany.rate=500,750,1000} asks at several rates for 20 s each, which shows
 * where it breaks: ever more questions wait.
 */
final class ManyAskers {
  private static final int USERS = 10_000;
  private static final int WARM_UP_SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** As the launcher starts it. */
  private static final String JAVA =
      "-XX:+UseSerialGC -Xms16m -Xmn7m -XX:MinHeapFreeRatio=2 -XX:MaxHeapFreeRatio=5"
          + " -XX:-ShrinkHeapInSteps -XX:MarkSweepDeadRatio=0"
          + " -Djdk.nio.maxCachedBufferSize=65536 -XX:Tier3InvocationThreshold=600"
          + " -XX:Tier3MinInvocationThreshold=300 -XX:Tier3CompileThreshold=6000";

  private static final Path QUESTIONS =
      Path.of("../knowledge/src/test/resources/backchat/knowledge/questions/in-scope.jsonl");

  private final int[] rates =
      Arrays.stream(System.getProperty("many.rate", "500").split(","))
          .mapToInt(Integer::parseInt)
          .toArray();
  private final int seconds = Integer.getInteger("many.seconds", rates.length > 1 ? 20 : 60);
  private final String meaning = System.getProperty("many.meaning", "off");

  private final int port = freePort();

  @TempDir private Path temporary;
  private Path folder;

  @Test
  void askAtOnce() throws IOException, InterruptedException {
    for (int rate : rates) {
      folder = Files.createDirectories(temporary.resolve("at-" + rate));
      ask(rate);
    }
  }

  private void ask(int rate) throws IOException, InterruptedException {
    List<String> questions = questions();
    try (Crowd telegram = new TelegramCrowd();
        Crowd discord = new DiscordCrowd()) {
      Process bot = start(telegram.settings() + discord.settings());
      try {
        awaitReady(bot);
        long idle = resident(bot);
        ask(List.of(telegram, discord), questions, 100, WARM_UP_SECONDS, false);
        Duration cpu = bot.info().totalCpuDuration().orElseThrow();
        double growth = ask(List.of(telegram, discord), questions, rate, seconds, true);
        long busy = resident(bot);
        int asked = rate * seconds;
        report("Telegram", telegram.waits());
        report("Discord", discord.waits());
        int answered = telegram.waits().length + discord.waits().length;
        System.out.printf(
            "%d a second: %d of %d answered; in the second half each second %.0f more waited;"
                + " processor %.0f%% of one; resident: idle %d MB, at the end %d MB; %s%n",
            rate,
            answered,
            asked,
            growth,
            (bot.info().totalCpuDuration().orElseThrow().toMillis() - cpu.toMillis())
                / (seconds * 10.0),
            idle,
            busy,
            pauses());
        assertThat(answered == asked || rate > rates[0]).as("all answered").isTrue();
      } finally {
        bot.destroy();
        bot.waitFor(20, TimeUnit.SECONDS);
        Files.readAllLines(folder.resolve("log")).stream()
            .filter(line -> line.contains("WARN") || line.contains("ERROR"))
            .limit(10)
            .forEach(System.out::println);
      }
    }
  }

  /** Asks evenly; returns how many more questions waited each second in the second half. */
  private double ask(
      List<Crowd> crowds, List<String> questions, int aSecond, int forSeconds, boolean counted) {
    long gap = 1_000_000_000L / aSecond;
    long from = System.nanoTime();
    int count = aSecond * forSeconds;
    int before = 0;
    for (int i = 0; i < count; i++) {
      before = i == count / 2 ? waiting(crowds) : before;
      for (long now = System.nanoTime(); now < from + i * gap; now = System.nanoTime()) {
        LockSupport.parkNanos(from + i * gap - now);
      }
      int user = i % USERS;
      crowds
          .get(user % 2)
          .asks(user, questions.get((user + i / USERS * 37) % questions.size()), counted);
    }
    double growth = (waiting(crowds) - before) / (forSeconds / 2.0);
    System.out.printf(Locale.ROOT, "%.1f s to ask%n", (System.nanoTime() - from) / 1e9);
    crowds.forEach(Crowd::settle);
    return growth;
  }

  private static int waiting(List<Crowd> crowds) {
    return crowds.stream().mapToInt(Crowd::waiting).sum();
  }

  private Process start(String settings) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("backchat.properties"),
            settings
                + """
                data.folder = data
                knowledge.folder = %s
                limits.burst = 1000
                limits.requests-a-minute = 60000
                limits.work-in-hand = 100000
                operations.port = %d
                """
                    .formatted(Path.of("../knowledge/content").toAbsolutePath().normalize(), port));
    Files.createDirectories(folder.resolve("data"));
    Path vectors = Path.of("../data/vectors.bin");
    if (Files.exists(vectors)) {
      Files.copy(vectors, folder.resolve("data/vectors.bin"));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(Arrays.asList(System.getProperty("many.java", JAVA).split(" ")));
    command.add("-Xlog:gc:file=" + folder.resolve("gc.log"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "backchat.bot.Main"));
    command.addAll(List.of("run", "--config", config.toString(), "--meaning", meaning));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().put("TELEGRAM_BOT_TOKEN", TelegramCrowd.TOKEN);
    builder.environment().put("DISCORD_BOT_TOKEN", DiscordCrowd.TOKEN);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    return builder.start();
  }

  /** Until both platforms serve. */
  private void awaitReady(Process bot) throws IOException, InterruptedException {
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz")).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int status = 0; status != 200; ) {
        assertThat(bot.isAlive()).as("it ended").isTrue();
        assertThat(System.nanoTime()).as("not ready in %s", PATIENCE).isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        try {
          status = http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
          status = 0;
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void report(String platform, long[] waits) {
    long[] sorted = Arrays.stream(waits).sorted().toArray();
    if (sorted.length > 0) {
      System.out.printf(
          Locale.ROOT,
          "%s: %d answers, p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
          platform,
          sorted.length,
          sorted[sorted.length / 2] / 1e6,
          sorted[sorted.length * 99 / 100] / 1e6,
          sorted[sorted.length - 1] / 1e6);
    }
  }

  private String pauses() throws IOException {
    double[] pauses =
        Pattern.compile("Pause.* ([0-9.]+)ms")
            .matcher(Files.readString(folder.resolve("gc.log")))
            .results()
            .map((MatchResult pause) -> pause.group(1))
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    return pauses.length == 0
        ? "no collection"
        : String.format(
            Locale.ROOT,
            "%d collections, median pause %.1f ms, longest %.1f ms",
            pauses.length,
            pauses[pauses.length / 2],
            pauses[pauses.length - 1]);
  }

  /** Megabytes of memory that the process holds. */
  private static long resident(Process process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> questions() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> questions = new ArrayList<>();
    for (String line : Files.readAllLines(QUESTIONS)) {
      questions.add(json.readTree(line).path("text").asText());
    }
    return questions;
  }
}
