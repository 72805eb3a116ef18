package backchat.knowledge.index;

import backchat.knowledge.content.Passage;

/**
 * A passage with its place in a ranking. Immutable.
 *
 * @param passage the passage
 * @param score likeness to the message, 0 to 1; comparable within one index
 */
public record Ranked(Passage passage, double score) {}
