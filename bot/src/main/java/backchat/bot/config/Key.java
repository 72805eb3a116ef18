package backchat.bot.config;

import java.util.List;
import java.util.Locale;

/**
 * One thing that the operator can set. Immutable.
 *
 * @param name such as {@code telegram.api-url}
 * @param standard what holds when nothing is set; empty for nothing
 * @param comment what it is, with its unit, in one line
 * @param aliases names of environment variables beside {@link #variable}
 */
record Key(String name, String standard, String comment, List<String> aliases) {
  Key {
    aliases = List.copyOf(aliases);
  }

  Key(String name, String standard, String comment) {
    this(name, standard, comment, List.of());
  }

  /** The environment variable that overrides it, such as {@code BACKCHAT_TELEGRAM_API_URL}. */
  String variable() {
    return ConfigReader.PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}
