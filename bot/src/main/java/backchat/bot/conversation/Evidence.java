package backchat.bot.conversation;

import backchat.knowledge.content.Source;
import java.util.List;

/**
 * What an answer rests on. Immutable.
 *
 * @param grade how strong it is, in words an asker understands
 * @param sources at least one
 */
public record Evidence(String grade, List<Source> sources) {
  /** Copies the list. */
  public Evidence {
    sources = List.copyOf(sources);
  }
}
