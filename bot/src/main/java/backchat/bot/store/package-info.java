/**
 * What is kept between runs, and all SQL.
 *
 * <p>Start at {@link backchat.bot.store.Store}, one database with the audit log, the counts and the
 * shared questions, and at {@link backchat.bot.store.UpdateLedger}, which remembers the updates
 * that a platform handed over, so that each is answered once. Threads: thread-safe. Imports: {@code
 * config}.
 */
package backchat.bot.store;
