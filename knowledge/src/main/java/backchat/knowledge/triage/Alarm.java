package backchat.knowledge.triage;

import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.util.List;

/**
 * A red flag recognised in a message. Immutable.
 *
 * @param redFlag whose card to show
 * @param urgency all signs of the message taken together
 * @param line of the pattern in the red flag's file, or 0 if the message is like its examples only
 * @param evidence the mentions that together are the sign
 */
public record Alarm(RedFlag redFlag, Urgency urgency, int line, List<Mention> evidence) {
  /** Copies the list. */
  public Alarm {
    evidence = List.copyOf(evidence);
  }

  @Override
  public String toString() {
    return redFlag.id()
        + " "
        + urgency.word()
        + (line == 0 ? " by likeness to its examples" : " by line " + line + ": " + evidence);
  }
}
