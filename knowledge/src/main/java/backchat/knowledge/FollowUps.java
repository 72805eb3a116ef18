package backchat.knowledge;

import backchat.knowledge.language.Message;
import java.util.List;
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
  private static final int FEW_WORDS_THAT_POINT = 5;

  private FollowUps() {}

  /** How much a message needs what was said before it. */
  enum Lean {
    /** Not at all. */
    NONE,
    /** It may, if it finds no answer by itself. */
    PERHAPS,
    /** It points at something that it does not name. */
    POINTS
  }

  static Lean of(Message message) {
    List<String> words = message.tokens().stream().map(token -> token.word()).toList();
    if (words.isEmpty() || words.size() > LONGEST) {
      return Lean.NONE;
    }
    boolean leans = words.stream().anyMatch(LEANING::contains);
    if (leans && words.size() <= FEW_WORDS_THAT_POINT) {
      return Lean.POINTS;
    }
    boolean continues =
        words.getFirst().equals("and")
            || words.size() > 1
                && words.get(1).equals("about")
                && OPENING.contains(words.getFirst());
    return leans || continues || words.size() <= FEW_WORDS ? Lean.PERHAPS : Lean.NONE;
  }
}
