package backchat.knowledge.content;

import java.util.Comparator;

/**
 * One mistake in a content file. Immutable.
 *
 * @param severity whether it stops a load
 * @param file relative to the content folder
 * @param line from 1; 0 when it concerns the whole file
 * @param message what is wrong, and what to write instead; one line
 */
public record Problem(Severity severity, String file, int line, String message)
    implements Comparable<Problem> {
  /** Whether a problem stops a load. */
  public enum Severity {
    /** Stops a load. */
    ERROR,
    /** Is reported and stops nothing. */
    WARNING
  }

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::severity)
          .thenComparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparing(Problem::message);

  /** Errors first, then by file, line and message. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line: message}, or {@code file: message} for the whole file. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
