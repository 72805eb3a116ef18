package backchat.bot.moderation;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Upload;
import java.util.Optional;

/**
 * A moderator's order. Immutable.
 *
 * @param argument what stands after the subcommand, without spaces around it; possibly empty
 * @param asker the moderator
 * @param upload a file that came with it
 */
public record Act(String argument, Asker asker, Optional<Upload> upload) {
  /** Says nothing of the argument, which may be a question. */
  @Override
  public String toString() {
    return "an act";
  }
}
