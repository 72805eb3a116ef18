package backchat.knowledge.triage;

import java.util.List;

/**
 * A message as triage has read it. Immutable.
 *
 * @param words in order
 * @param mentions every concept found, by first word
 */
record Reading(List<Word> words, List<Mention> mentions) {}
