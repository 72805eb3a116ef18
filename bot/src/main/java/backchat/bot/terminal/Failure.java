package backchat.bot.terminal;

/** The program cannot do what was asked; the message says why, for people. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  Failure(String message) {
    super(message);
  }
}
