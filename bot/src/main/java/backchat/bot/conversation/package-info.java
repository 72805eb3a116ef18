/**
 * What happens between a request and its reply, the same on every platform.
 *
 * <p>Start at {@link backchat.bot.conversation.Commands}: a {@link
 * backchat.bot.conversation.Request} goes in, a {@link backchat.bot.conversation.Reply} comes out;
 * platforms only translate. No markup and no length limit appears here. Threads: thread-safe
 * throughout. Imports: {@code knowledge}.
 */
package backchat.bot.conversation;
