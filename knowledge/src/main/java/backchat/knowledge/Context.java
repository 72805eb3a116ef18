package backchat.knowledge;

import java.util.Optional;

/**
 * What a question is read with. Immutable.
 *
 * @param lastPassage id of the passage that this conversation saw last
 */
public record Context(Optional<String> lastPassage) {
  /** A question on its own. */
  public static final Context NONE = new Context(Optional.empty());
}
