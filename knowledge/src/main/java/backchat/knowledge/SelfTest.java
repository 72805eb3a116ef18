package backchat.knowledge;

import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Problem;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.triage.Alarm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks an edition every question that its passages say they answer: each passage must be first for
 * its own question and each {@code also_asked}, and each red flag must match its examples and none
 * of its counter-examples. Immutable.
 */
final class SelfTest {
  private SelfTest() {}

  /**
   * A warning for each phrasing that another passage takes, sorted by file.
   *
   * @param atOnce on all processors
   */
  static List<Problem> run(Edition edition, boolean atOnce) {
    Stream<Passage> passages = edition.content().passages().stream();
    return (atOnce ? passages.parallel() : passages)
        .flatMap(passage -> thefts(edition, passage).stream())
        .sorted()
        .toList();
  }

  /** An error for each example that a red flag misses or counter-example that it matches. */
  static List<Problem> redFlags(Edition edition) {
    List<Problem> wrong = new ArrayList<>();
    for (RedFlag flag : edition.content().redFlags()) {
      for (String example : flag.examples()) {
        if (!edition.triage().matches(flag, edition.analysis().analyse(example))) {
          wrong.add(wrong(flag, example, "its example \"%s\" does not match; add a pattern"));
        }
      }
      for (String example : flag.counterExamples()) {
        alarm(edition, flag, example)
            .map(alarm -> "its counter-example \"%s\" matches" + why(alarm) + "; narrow it")
            .ifPresent(message -> wrong.add(wrong(flag, example, message)));
      }
    }
    return wrong;
  }

  private static Optional<Alarm> alarm(Edition edition, RedFlag flag, String example) {
    return edition.triage().alarms(edition.analysis().analyse(example)).stream()
        .filter(alarm -> alarm.redFlag() == flag)
        .findFirst();
  }

  private static String why(Alarm alarm) {
    return alarm.line() == 0
        ? " the net under the patterns"
        : " the pattern in line " + alarm.line() + " by " + alarm.evidence();
  }

  private static Problem wrong(RedFlag flag, String example, String message) {
    int line = flag.lines().getOrDefault(example, 0);
    return new Problem(Problem.Severity.ERROR, flag.file(), line, message.replace("%s", example));
  }

  private static List<Problem> thefts(Edition edition, Passage passage) {
    List<Problem> thefts = new ArrayList<>();
    for (int i = 0; i < passage.questions().size(); i++) {
      if (!edition.index().isFirst(passage, i, edition.analysis())) {
        String form = passage.questions().get(i);
        List<Match> matches = edition.rank(new Question(form), 1);
        String first = matches.isEmpty() ? "no passage" : matches.getFirst().passage().id();
        thefts.add(
            new Problem(
                Problem.Severity.WARNING,
                passage.file(),
                0,
                "\"%s\" finds %s before %s; make it more particular, or give it to that one"
                    .formatted(form, first, passage.id())));
      }
    }
    return thefts;
  }
}
