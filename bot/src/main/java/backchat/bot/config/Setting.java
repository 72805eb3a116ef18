package backchat.bot.config;

/**
 * What holds for one key, fit to be shown. Immutable.
 *
 * @param key such as {@code telegram.api-url}
 * @param value secrets as stars; empty when it is not set
 * @param from where it comes from: default, the file, or an environment variable
 */
public record Setting(String key, String value, String from) {}
