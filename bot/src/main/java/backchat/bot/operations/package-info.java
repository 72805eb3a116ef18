/**
 * What operators see: health, metrics and the log.
 *
 * <p>Start at {@link backchat.bot.operations.OperationsServer}, which serves {@code /livez}, {@code
 * /readyz} and {@code /metrics} to this machine; {@link backchat.bot.operations.Metrics} counts
 * what happens, {@link backchat.bot.operations.Logs} sets the log up. Nothing here knows a
 * question, a name or an id. Threads: everything is thread-safe. Imports: conversation, config and
 * the knowledge; Micrometer, Logback and the JDK's HTTP server stay in this package.
 */
package backchat.bot.operations;
