package backchat.bot.config;

/** A token or the like, which prints as stars everywhere. Immutable. */
public final class Secret {
  private static final String STARS = "*****";

  private final String value;

  /**
   * @param value not empty
   */
  public Secret(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a secret is not empty");
    }
    this.value = value;
  }

  /** The secret itself: for the wire only. */
  public String value() {
    return value;
  }

  /** A text with every occurrence of the secret as stars; nothing stays nothing. */
  public String hiddenIn(String text) {
    return text == null ? "" : text.replace(value, STARS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Stars. */
  @Override
  public String toString() {
    return STARS;
  }
}
