/**
 * What is kept between runs.
 *
 * <p>Start at {@link backchat.bot.store.UpdateLedger}, which remembers the updates that a platform
 * handed over, so that each is answered once. Threads: thread-safe. Imports: nothing of ours.
 */
package backchat.bot.store;
