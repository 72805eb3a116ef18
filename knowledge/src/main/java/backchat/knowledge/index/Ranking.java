package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import java.util.List;

/**
 * The passages most like a message, and how sure one may be of them. Immutable.
 *
 * @param matches best first; none if no passage has a word of the message
 * @param first how likely the first passage answers the message, 0 to 1
 * @param any how likely one of the first three does, 0 to 1
 * @param verdict what follows from it
 */
public record Ranking(List<Scored> matches, double first, double any, Verdict verdict) {
  /** Copies the list. */
  public Ranking {
    matches = List.copyOf(matches);
  }

  /**
   * A passage with its place in a ranking. Immutable.
   *
   * @param passage the passage
   * @param confidence how likely it answers the message, 0 to 1
   * @param measures its measures, in the order of {@link Features#names}
   */
  public record Scored(Passage passage, double confidence, List<Double> measures) {
    /** Copies the list. */
    public Scored {
      measures = List.copyOf(measures);
    }
  }

  /** What the confidences say. Immutable. */
  public enum Verdict {
    /** The first passage is the answer. */
    FOUND,
    /** One of the first three may be. */
    UNSURE,
    /** No passage answers. */
    NOT_FOUND
  }
}
