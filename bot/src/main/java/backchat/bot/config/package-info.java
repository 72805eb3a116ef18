/**
 * What the operator sets, as values.
 *
 * <p>Start at {@link backchat.bot.config.ConfigReader}: a properties file and the environment go
 * in, a {@link backchat.bot.config.Config} comes out, or every mistake at once. Each section is a
 * record of its own with its list of keys; parts of the program are handed their section only.
 * Threads: immutable values. Imports: nothing of ours.
 */
package backchat.bot.config;
