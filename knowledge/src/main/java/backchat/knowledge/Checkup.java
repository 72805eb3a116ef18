package backchat.knowledge;

import backchat.knowledge.content.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What is right and wrong with a content folder. Immutable.
 *
 * @param problems errors first, then warnings, the self-test's among them
 * @param files how many files were read
 * @param edition that could be served; empty when there was an error
 */
public record Checkup(List<Problem> problems, int files, Optional<Edition> edition) {
  /** Copies the problems. */
  public Checkup {
    problems = List.copyOf(problems);
  }

  /** What the edition holds; empty when there was an error. */
  public Optional<Summary> summary() {
    return edition.map(Loading::summary);
  }

  /** How many problems have that severity. */
  public long count(Problem.Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }
}
