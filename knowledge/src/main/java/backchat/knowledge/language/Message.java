package backchat.knowledge.language;

import java.util.List;

/**
 * A message, analysed. Immutable.
 *
 * @param text as tidied
 * @param tokens in the order of the text
 */
public record Message(String text, List<Token> tokens) {
  /** Copies the tokens. */
  public Message {
    tokens = List.copyOf(tokens);
  }

  /** How many sentences hold at least one word. */
  public int sentences() {
    return tokens.isEmpty() ? 0 : tokens.getLast().sentence() + 1;
  }
}
