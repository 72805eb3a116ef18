/**
 * How fast replies are rendered for Telegram. Stands in the package of the renderer, which is
 * hidden from others; start at {@link backchat.bot.telegram.TelegramBenchmark}. One thread; imports
 * {@code backchat.benchmarks}.
 */
package backchat.bot.telegram;
