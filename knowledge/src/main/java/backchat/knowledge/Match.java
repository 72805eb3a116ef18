package backchat.knowledge;

import backchat.knowledge.content.Passage;

/**
 * A passage that may answer a question. Immutable.
 *
 * @param passage the passage
 * @param confidence how likely it answers the question, 0 to 1
 */
public record Match(Passage passage, double confidence) {}
