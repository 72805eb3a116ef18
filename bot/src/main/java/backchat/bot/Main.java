package backchat.bot;

import backchat.bot.terminal.CommandLineProgram;
import backchat.bot.terminal.Streams;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the program. Immutable. */
public final class Main {
  /** Held so that its level stays: Lucene asks for a vector module that we don't need. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /**
   * Runs the program and ends the process with its exit code: 0 fine, 1 failed, 2 wrong use.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    System.exit(
        CommandLineProgram.run(
            arguments,
            Streams.of(
                System.in, System.out, System.err, System.getProperty("backchat.terminal", "")),
            Clock.systemDefaultZone(),
            new BotProgram(System.getenv(), Clock.systemDefaultZone())));
  }
}
