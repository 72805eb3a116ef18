package backchat.knowledge;

import backchat.knowledge.content.Problem;
import java.util.List;

/** The content folder has errors, so no edition could be built from it. */
public final class BrokenContent extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  BrokenContent(List<Problem> problems) {
    super(problems.size() + " problems in the content folder");
    this.problems = List.copyOf(problems);
  }

  /** Every problem found, errors first; at least one error. */
  public List<Problem> problems() {
    return problems;
  }
}
