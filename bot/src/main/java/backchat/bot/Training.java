package backchat.bot;

import backchat.bot.terminal.CommandLineProgram;
import backchat.bot.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One run for nobody, by which the virtual machine learns what starts and first reloads need: a
 * question and a check on the command line, then both platforms, at a port where nobody listens.
 * The launcher makes its cache for quick starts of it. Immutable.
 */
public final class Training {
  private static final String NOBODY = "http://127.0.0.1:9";

  /**
   * The platforms try for minutes to reach somebody; by then all has been loaded that they need.
   */
  private static final long MOST_SECONDS = 15;

  private Training() {}

  /**
   * Runs and ends the process: with 0, or otherwise where the platforms could not begin.
   *
   * @param arguments a folder for the data of this run, that nobody needs afterwards
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Clock clock = Clock.systemDefaultZone();
    Path data = Path.of(arguments[0]);
    Path config = Files.createTempFile(data, "backchat", ".properties");
    BotProgram program = new BotProgram(settings(data), clock);
    CountDownLatch serves = new CountDownLatch(1);
    CommandLineProgram.run(
        new String[] {"ask", "How long does back pain last?"}, streams(() -> {}), clock, program);
    CommandLineProgram.run(new String[] {"check"}, streams(() -> {}), clock, program);
    Thread.ofPlatform()
        .daemon()
        .start(
            () ->
                // it ends only where it cannot run at all
                System.exit(
                    CommandLineProgram.run(
                        new String[] {"run", "--config", config.toString()},
                        streams(serves::countDown),
                        clock,
                        program)));
    serves.await(MOST_SECONDS, TimeUnit.SECONDS);
    System.exit(0);
  }

  private static Map<String, String> settings(Path data) {
    Map<String, String> settings = new HashMap<>(System.getenv());
    settings.put("TELEGRAM_BOT_TOKEN", "1:training");
    settings.put("BACKCHAT_TELEGRAM_API_URL", NOBODY);
    settings.put("DISCORD_BOT_TOKEN", "training");
    settings.put("BACKCHAT_DISCORD_API_URL", NOBODY + "/api/v10/");
    settings.put("BACKCHAT_DATA_FOLDER", data.toString());
    settings.put(
        "BACKCHAT_KNOWLEDGE_FOLDER",
        Path.of(System.getProperty("backchat.home", ""), "knowledge/content")
            .toAbsolutePath()
            .toString());
    settings.put("BACKCHAT_OPERATIONS_PORT", "0");
    settings.put("BACKCHAT_LOG_LEVEL", "error");
    return settings;
  }

  /** Streams of which is only known when something has been said. */
  private static Streams streams(Runnable said) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            said.run();
          }
        };
    return Streams.of(InputStream.nullInputStream(), out, OutputStream.nullOutputStream(), "");
  }
}
