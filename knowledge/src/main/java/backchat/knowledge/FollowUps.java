package backchat.knowledge;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises questions that lean on the passage before them: "how often?", "and for chronic?", "is
 * that safe in pregnancy?". Immutable.
 */
final class FollowUps {
  private static final int LONGEST = 9;
  private static final Set<String> LEANING =
      Set.of("that", "it", "this", "them", "they", "those", "these", "then", "instead");
  private static final Set<String> OPENING =
      Set.of("and", "or", "but", "so", "also", "what", "how");
  private static final int FEW_WORDS = 4;

  private FollowUps() {}

  /**
   * The question with what it leans on; empty if it stands on its own.
   *
   * @param last the passage that the conversation saw last
   */
  static Optional<String> completed(Message message, Passage last) {
    List<String> words = message.tokens().stream().map(token -> token.word()).toList();
    if (words.isEmpty() || words.size() > LONGEST) {
      return Optional.empty();
    }
    boolean leans = words.stream().anyMatch(LEANING::contains);
    boolean continues =
        words.getFirst().equals("and")
            || words.size() > 1
                && words.get(1).equals("about")
                && OPENING.contains(words.getFirst());
    if (!leans && !continues && words.size() > FEW_WORDS) {
      return Optional.empty();
    }
    return Optional.of(message.text() + " " + last.question());
  }
}
