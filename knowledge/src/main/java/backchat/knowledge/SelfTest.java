package backchat.knowledge;

import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks an edition every question that its passages say they answer: each passage must be first for
 * its own question and each {@code also_asked}. Immutable.
 */
final class SelfTest {
  private SelfTest() {}

  /** A warning for each phrasing that another passage takes, sorted by file. */
  static List<Problem> run(Edition edition) {
    return edition.content().passages().parallelStream()
        .flatMap(passage -> thefts(edition, passage).stream())
        .sorted()
        .toList();
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
