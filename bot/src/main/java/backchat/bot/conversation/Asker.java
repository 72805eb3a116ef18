package backchat.bot.conversation;

/**
 * Who sent a request. Immutable.
 *
 * @param key opaque, the same for the same person on the same platform; never logged or kept
 * @param moderator whether the operator gave this person the right to change the knowledge
 */
public record Asker(String key, boolean moderator) {
  /** Whoever sits at the program's own terminal. */
  public static final Asker OPERATOR = new Asker("operator", true);

  /** Says nothing of the person, so that no log can. */
  @Override
  public String toString() {
    return moderator ? "a moderator" : "an asker";
  }
}
