package backchat.bot.conversation;

import java.util.Optional;

/**
 * One thing that somebody asked the bot to do. Immutable.
 *
 * @param command name of the command, without a slash
 * @param argument what stands after it, possibly empty
 * @param asker who asks
 * @param conversation opaque key of the conversation, for follow-ups; never logged or kept
 * @param upload a file that came with it
 */
public record Request(
    String command, String argument, Asker asker, String conversation, Optional<Upload> upload) {
  /** A request without a file. */
  public Request(String command, String argument, Asker asker, String conversation) {
    this(command, argument, asker, conversation, Optional.empty());
  }

  /** The same with a file. */
  public Request with(Upload file) {
    return new Request(command, argument, asker, conversation, Optional.of(file));
  }

  /** The same by somebody of whom more is known. */
  public Request by(Asker known) {
    return new Request(command, argument, known, conversation, upload);
  }

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
