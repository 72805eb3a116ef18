package backchat.knowledge.triage;

import java.util.Optional;

/**
 * A concept found in a message. Immutable.
 *
 * @param concept its name
 * @param from its first word, counted from 0
 * @param to the word after its last
 * @param text the words
 * @param person whom it is about, as far as the sentence says
 * @param ruledOut why it does not count, or empty if it does
 */
public record Mention(
    String concept, int from, int to, String text, Person person, Optional<String> ruledOut) {
  /** Whom a mention is about. */
  public enum Person {
    /** The asker. */
    ONESELF,
    /** Somebody else. */
    ANOTHER,
    /** Not said. */
    UNKNOWN
  }

  /** Whether it counts. */
  public boolean live() {
    return ruledOut.isEmpty();
  }

  @Override
  public String toString() {
    return concept
        + " \""
        + text
        + "\""
        + ruledOut.map(why -> " (not counted: " + why + ")").orElse("");
  }
}
