package backchat.knowledge;

import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Problem;
import backchat.knowledge.content.RedFlag;
import java.util.ArrayList;
import java.util.List;
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
          wrong.add(wrong(flag, "its example \"" + example + "\" does not match; add a pattern"));
        }
      }
      for (String example : flag.counterExamples()) {
        if (alarms(edition, flag, example)) {
          wrong.add(wrong(flag, "its counter-example \"" + example + "\" matches; narrow it"));
        }
      }
    }
    return wrong;
  }

  private static boolean alarms(Edition edition, RedFlag flag, String example) {
    return edition.triage().alarms(edition.analysis().analyse(example)).stream()
        .anyMatch(alarm -> alarm.redFlag() == flag);
  }

  private static Problem wrong(RedFlag flag, String message) {
    return new Problem(Problem.Severity.ERROR, flag.file(), 0, message);
  }

  private static List<Problem> thefts(Edition edition, Passage passage) {
    List<Problem> thefts = new ArrayList<>();
    for (String form : passage.questions()) {
      List<Match> matches = edition.rank(new Question(form), 1);
      String first = matches.isEmpty() ? "no passage" : matches.getFirst().passage().id();
      if (!first.equals(passage.id())) {
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
