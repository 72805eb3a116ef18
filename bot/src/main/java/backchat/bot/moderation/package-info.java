/**
 * What moderators do with the knowledge from a chat: the command {@code /kb}.
 *
 * <p>Start at {@link backchat.bot.moderation.Moderation}, which is one {@link
 * backchat.bot.conversation.Command} over an explicit list of {@link
 * backchat.bot.moderation.Subcommand subcommands} and notes every act with an {@link
 * backchat.bot.moderation.Audit}. Whether somebody may is settled before, in {@code conversation},
 * which knows nothing of this package: the wiring hands it the command as a value. Threads:
 * thread-safe throughout; a subcommand may take seconds, and platforms run it aside. Imports:
 * {@code conversation}, {@code store}, {@code knowledge}.
 */
package backchat.bot.moderation;
