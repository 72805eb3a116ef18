package backchat.knowledge.content;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a fact comes from. Immutable.
 *
 * @param id stable id such as {@code nice-ng59}
 * @param title as an asker should see it
 * @param publisher who answers for it
 * @param year of publication or last update; empty when the source gives none
 * @param link https address; empty when there is none
 * @param kind one of {@link Formats#SOURCE_KINDS}
 */
public record Source(
    String id,
    String title,
    String publisher,
    OptionalInt year,
    Optional<String> link,
    String kind) {}
