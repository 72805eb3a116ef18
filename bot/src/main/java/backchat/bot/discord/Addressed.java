package backchat.bot.discord;

import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;

/**
 * What a message asks us, if anything. Immutable.
 *
 * @param text without the mention, possibly empty
 * @param post whether it opens a post of a help forum, where silence is better than "not found"
 */
record Addressed(String text, boolean post) {
  /** Reads a message; empty when it is not for us. */
  static Optional<Addressed> of(Message message, Set<String> helpForums) {
    if (message.getAuthor().isBot()
        || message.getAuthor().isSystem()
        || message.isWebhookMessage()
        || (message.getType() != MessageType.DEFAULT
            && message.getType() != MessageType.INLINE_REPLY)) {
      return Optional.empty();
    }
    if (!message.isFromGuild()) {
      return Optional.of(new Addressed(text(message), false));
    }
    Optional<String> title = title(message, helpForums);
    if (title.isPresent()) {
      return Optional.of(new Addressed((title.get() + "\n" + text(message)).strip(), true));
    }
    return mentionsUs(message)
        ? Optional.of(new Addressed(text(message), false))
        : Optional.empty();
  }

  /** The title of the post that a message opens; its text is not ours to read without a mention. */
  private static Optional<String> title(Message message, Set<String> helpForums) {
    boolean first = message.getChannel().getId().equals(message.getId());
    return first
            && message.getChannel() instanceof ThreadChannel thread
            && helpForums.contains(thread.getParentChannel().getId())
        ? Optional.of(thread.getName())
        : Optional.empty();
  }

  private static boolean mentionsUs(Message message) {
    return message
        .getMentions()
        .isMentioned(message.getJDA().getSelfUser(), Message.MentionType.USER);
  }

  /** The words of a message without mentions of us. */
  static String text(Message message) {
    String self = message.getJDA().getSelfUser().getId();
    return message.getContentRaw().replaceAll("<@!?" + self + ">", " ").strip();
  }
}
