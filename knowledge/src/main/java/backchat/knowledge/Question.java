package backchat.knowledge;

/**
 * What an asker wrote. Immutable.
 *
 * @param text as received, of any length and content; never null
 */
public record Question(String text) {
  /** Whether there is no letter and no digit in it. */
  public boolean isEmpty() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Says nothing of the text, so that no log can. */
  @Override
  public String toString() {
    return "Question of " + text.length() + " characters";
  }
}
