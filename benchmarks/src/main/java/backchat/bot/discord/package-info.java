/**
 * How fast replies are rendered for Discord. Stands in the package of the renderer, which is hidden
 * from others; start at {@link backchat.bot.discord.DiscordBenchmark}. One thread; imports {@code
 * backchat.benchmarks}.
 */
package backchat.bot.discord;
