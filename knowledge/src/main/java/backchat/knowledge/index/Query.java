package backchat.knowledge.index;

import java.util.List;

/**
 * What a message asks for, by the numbers of its terms, which are looked up once for all that is
 * measured. Immutable; the array is not to be written to.
 *
 * @param slots its words, each stem once, repaired and with synonyms
 * @param pairs neighbouring stems, each pair once
 * @param words how many words it has
 * @param content how many of them carry a topic
 * @param elsewhere how many of them belong to other fields
 * @param unknown the share of words that carry a topic and stand in no passage, weighed; 0 when
 *     none does
 */
record Query(List<Slot> slots, int[] pairs, int words, int content, int elsewhere, double unknown) {

  /** The most that the slots can add up to. */
  double slotsWeight() {
    double weight = 0;
    for (Slot slot : slots) {
      weight += slot.weight();
    }
    return weight;
  }
}
