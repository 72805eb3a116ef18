package backchat.knowledge.content;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a content folder. Immutable.
 *
 * @param content everything, or empty if there was an error
 * @param problems errors first, then warnings, by file and line
 * @param files how many files were read
 */
public record Reading(Optional<Content> content, List<Problem> problems, int files) {
  /** Copies the problems. */
  public Reading {
    problems = List.copyOf(problems);
  }

  /** The problems that stop a load. */
  public List<Problem> errors() {
    return problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
  }

  /** The problems that stop nothing. */
  public List<Problem> warnings() {
    return problems.stream().filter(p -> p.severity() == Problem.Severity.WARNING).toList();
  }
}
