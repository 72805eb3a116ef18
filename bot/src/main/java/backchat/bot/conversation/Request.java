package backchat.bot.conversation;

/**
 * One thing that somebody asked the bot to do. Immutable.
 *
 * @param command name of the command, without a slash
 * @param argument what stands after it, possibly empty
 * @param asker who asks
 * @param conversation opaque key of the conversation, for follow-ups; never logged or kept
 */
public record Request(String command, String argument, Asker asker, String conversation) {
  /** A question in plain words. */
  public static Request ask(String text, Asker asker, String conversation) {
    return new Request("ask", text, asker, conversation);
  }

  /** Names the command only, so that no log can hold a question. */
  @Override
  public String toString() {
    return "Request for " + command;
  }
}
