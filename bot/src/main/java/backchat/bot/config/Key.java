package backchat.bot.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One thing that the operator can set. Immutable.
 *
 * @param name such as {@code telegram.api-url}
 * @param standard what holds when nothing is set; empty for nothing
 * @param comment what it is, in one line
 * @param write what may be written, with its unit, such as "a whole number from 1 to 9"
 * @param least the smallest number, or time in milliseconds; 0 for other keys
 * @param most the largest number, or time in milliseconds; 0 for other keys
 * @param secret whether it prints as stars
 * @param aliases names of environment variables beside {@link #variable}
 */
record Key(
    String name,
    String standard,
    String comment,
    String write,
    long least,
    long most,
    boolean secret,
    List<String> aliases) {
  Key {
    aliases = List.copyOf(aliases);
  }

  /** A key whose value is words. */
  static Key text(String name, String standard, String comment, String write, String... aliases) {
    return new Key(name, standard, comment, write, 0, 0, false, List.of(aliases));
  }

  /** A key whose value is a whole number in a range. */
  static Key whole(String name, String standard, String comment, long least, long most) {
    String write = "a whole number from " + least + " to " + most;
    return new Key(name, standard, comment, write, least, most, false, List.of());
  }

  /** A key whose value is a time in a range. */
  static Key time(String name, String standard, String comment, Duration least, Duration most) {
    String write =
        "a time such as 250ms, 8s, 5m or 1h, from " + words(least) + " to " + words(most);
    return new Key(
        name, standard, comment, write, least.toMillis(), most.toMillis(), false, List.of());
  }

  /** A key whose value nobody may see. */
  static Key secret(String name, String comment, String write, String alias) {
    return new Key(name, "", comment, write, 0, 0, true, List.of(alias));
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    if (time.toMillis() % 1_000 != 0) {
      return time.toMillis() + "ms";
    }
    boolean hours = seconds > 0 && seconds % 3_600 == 0;
    boolean minutes = seconds > 0 && seconds % 60 == 0;
    return hours ? seconds / 3_600 + "h" : minutes ? seconds / 60 + "m" : seconds + "s";
  }

  /** The environment variable that overrides it, such as {@code BACKCHAT_TELEGRAM_API_URL}. */
  String variable() {
    return ConfigReader.PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
