package backchat.knowledge;

import backchat.knowledge.content.Problem;
import java.time.Duration;
import java.util.List;

/** What came of an attempt to serve other content. Immutable. */
public sealed interface Reload {
  /**
   * Another edition serves, or the same one when nothing had changed.
   *
   * @param before what served before
   * @param after what serves now
   * @param difference from the one to the other
   * @param warnings about what serves now, which did not stop it
   * @param duration from the order to the first question on it
   */
  record Replaced(
      Summary before,
      Summary after,
      Difference difference,
      List<Problem> warnings,
      Duration duration)
      implements Reload {
    /** Copies the warnings. */
    public Replaced {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The old edition goes on serving.
   *
   * @param problems why, errors first; at least one error
   */
  record Kept(List<Problem> problems) implements Reload {
    /** Copies the problems. */
    public Kept {
      problems = List.copyOf(problems);
    }
  }

  /** Somebody else's attempt is under way, and this one did nothing. */
  record AlreadyRunning() implements Reload {}
}
