package backchat.knowledge.triage;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a message was read, for moderators. Immutable. It quotes the message, so it must not be
 * logged.
 *
 * @param mentions every concept found, in the order of the message
 * @param alarms every pattern that fired, strongest first
 */
public record Explanation(List<Mention> mentions, List<Alarm> alarms) {
  /** Copies the lists. */
  public Explanation {
    mentions = List.copyOf(mentions);
    alarms = List.copyOf(alarms);
  }

  /** One line for each mention and alarm. */
  @Override
  public String toString() {
    return Stream.concat(mentions.stream(), alarms.stream())
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
