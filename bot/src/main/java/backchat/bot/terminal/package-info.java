/**
 * Backchat in a terminal: the command line and its subcommands.
 *
 * <p>Start at {@link backchat.bot.terminal.CommandLineProgram}: streams and arguments go in, an
 * exit code comes out (0 fine, 1 failed, 2 wrong use). {@link
 * backchat.bot.terminal.TerminalRenderer} turns replies into lines. Confined to the thread that
 * runs the program. Imports: {@code conversation}, {@code moderation}, {@code knowledge}, picocli,
 * JLine, Jackson.
 */
package backchat.bot.terminal;
