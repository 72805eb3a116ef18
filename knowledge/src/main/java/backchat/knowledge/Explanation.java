package backchat.knowledge;

import backchat.knowledge.index.Ranking;
import java.util.List;

/**
 * Why a question got its answer, for moderators. Immutable.
 *
 * @param answer what it got
 * @param measures names of the measures of each ranked passage
 * @param ranking the ranked passages with their measures, and the confidences
 * @param triage one line a concept or pattern that triage looked at; none when nothing matched
 */
public record Explanation(
    Answer answer, List<String> measures, Ranking ranking, List<String> triage) {
  /** Copies the lists. */
  public Explanation {
    measures = List.copyOf(measures);
    triage = List.copyOf(triage);
  }
}
