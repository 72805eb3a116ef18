/**
 * How fast replies are rendered for the terminal. Stands in the package of the renderer, which is
 * hidden from others; start at {@link backchat.bot.terminal.TerminalBenchmark}. One thread; imports
 * {@code backchat.benchmarks}.
 */
package backchat.bot.terminal;
