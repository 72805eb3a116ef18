package backchat.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * What serves, and how it stands to the files. Immutable.
 *
 * @param serving the edition
 * @param since when it began to serve in this process
 * @param rolledBack whether a moderator went back to it, so that it serves whatever the files say
 * @param files whether the content folder holds the same
 * @param trouble what keeps editions from being kept, or kept the content folder from being served
 *     at the start; empty when nothing does
 */
public record Status(
    Summary serving, Instant since, boolean rolledBack, Files files, Optional<String> trouble) {
  /** How the content folder stands to what serves. Immutable. */
  public enum Files {
    /** It holds what serves. */
    SAME,
    /** It holds something else, which a reload would try to serve. */
    OTHER,
    /** It is not there, or cannot be read. */
    GONE
  }
}
