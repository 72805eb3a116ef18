/**
 * Backchat on Telegram.
 *
 * <p>Start at {@link backchat.bot.telegram.TelegramAdapter}. {@code Polling} fetches updates and
 * notes them in the ledger, {@code Chains} keeps the order within a chat, {@code Updates} turns
 * each into something asked, {@code Handler} has it answered, {@code TelegramRenderer} writes the
 * answer as Telegram's HTML, {@code Outbox} sends it at the pace that Telegram allows. Threads:
 * virtual threads, one for polling and one a chat that has something to do. Imports: {@code
 * conversation}, {@code config}, {@code store}, {@code knowledge} and the Telegram library, whose
 * types stay here.
 */
package backchat.bot.telegram;
