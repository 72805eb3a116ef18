package backchat.knowledge.index;

import java.util.List;

/**
 * What a message asks for. Immutable.
 *
 * @param slots its words, each stem once, repaired and with synonyms
 * @param pairs neighbouring stems, joined
 * @param words how many words it has
 * @param content how many of them carry a topic
 * @param elsewhere how many of them belong to other fields
 */
record Query(List<Slot> slots, List<String> pairs, int words, int content, int elsewhere) {}
