package backchat.bot.moderation;

import backchat.bot.conversation.Reply;

/**
 * What came of an act. Immutable.
 *
 * @param what was done, for the audit log, such as {@code rollback 39}; never a question's text
 * @param result in a few words, such as {@code replaced}
 * @param reply to the moderator
 */
public record Outcome(String what, String result, Reply reply) {
  /** The result of looking at something. */
  public static final String SHOWN = "shown";

  /** The result of an order that could not be understood. */
  public static final String REFUSED = "refused";

  /** Whether it changed something, or tried to. */
  boolean isChange() {
    return !result.equals(SHOWN) && !result.equals(REFUSED);
  }

  /** Something was only looked at. */
  public static Outcome shown(String what, Reply reply) {
    return new Outcome(what, SHOWN, reply);
  }

  /** Nothing was done, for a reason that the moderator is told in one paragraph a line. */
  public static Outcome refused(String what, String why) {
    return new Outcome(what, REFUSED, Reply.OfNotice.of(why));
  }
}
