package backchat.bot.moderation;

import backchat.bot.conversation.Asker;

/**
 * A moderator's order. Immutable.
 *
 * @param argument what stands after the subcommand, without spaces around it; possibly empty
 * @param asker the moderator
 */
public record Act(String argument, Asker asker) {
  /** Says nothing of the argument, which may be a question. */
  @Override
  public String toString() {
    return "an act";
  }
}
