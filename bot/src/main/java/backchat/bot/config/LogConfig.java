package backchat.bot.config;

import java.util.List;

/**
 * How the log is written. Immutable.
 *
 * @param format of each line
 * @param level what is worth a line
 */
public record LogConfig(Format format, Level level) {
  /** What a line of the log looks like. */
  public enum Format {
    /** For people. */
    PLAIN,
    /** One JSON object, for programs that collect logs. */
    JSON
  }

  /** From which weight on an event is worth a line. */
  public enum Level {
    /** What somebody has to mend. */
    ERROR,
    /** What may need mending too. */
    WARN,
    /** Starts, stops and what is taken up again, too. */
    INFO
  }

  private static final Key FORMAT =
      Key.text("log.format", "plain", "How a line of the log is written.", "plain or json");
  private static final Key LEVEL =
      Key.text("log.level", "info", "What is worth a line of the log.", "error, warn or info");

  static final List<Key> KEYS = List.of(FORMAT, LEVEL);

  static LogConfig read(Settings settings) {
    return new LogConfig(
        settings.choice(FORMAT, Format.class), settings.choice(LEVEL, Level.class));
  }
}
