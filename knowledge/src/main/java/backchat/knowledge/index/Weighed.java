package backchat.knowledge.index;

import java.util.List;

/**
 * A query by the numbers of its terms, looked up once for all fields. Immutable; the arrays are not
 * to be written to.
 *
 * @param slots its words
 * @param slotsTotal the most that the slots can add up to
 * @param pairs neighbouring stems
 * @param pairsTotal the most that the pairs can add up to
 */
record Weighed(Part[] slots, double slotsTotal, int[] pairs, double pairsTotal) {
  private static final int[][] NO_VARIANTS = {};

  /**
   * What is known of a slot. Immutable.
   *
   * @param stems their numbers
   * @param variants numbers of the stems of each
   * @param factors how much each variant's weights count, so that it weighs {@link Slot#VARIANT} of
   *     the slot
   */
  record Part(int[] stems, int[][] variants, double[] factors) {}

  static Weighed of(Query query, Rarity rarity) {
    Part[] parts = new Part[query.slots().size()];
    double total = 0;
    for (int i = 0; i < parts.length; i++) {
      Slot slot = query.slots().get(i);
      double mass = rarity.sum(slot.stems());
      total += mass;
      parts[i] = part(slot, mass, rarity);
    }
    return new Weighed(parts, total, numbers(query.pairs(), rarity), rarity.sum(query.pairs()));
  }

  private static Part part(Slot slot, double mass, Rarity rarity) {
    int[] stems = numbers(slot.stems(), rarity);
    int count = slot.variants().size();
    if (count == 0) {
      return new Part(stems, NO_VARIANTS, null);
    }
    int[][] variants = new int[count][];
    double[] factors = new double[count];
    for (int i = 0; i < count; i++) {
      List<String> variant = slot.variants().get(i);
      variants[i] = numbers(variant, rarity);
      factors[i] = Slot.VARIANT * mass / rarity.sum(variant);
    }
    return new Part(stems, variants, factors);
  }

  private static int[] numbers(List<String> terms, Rarity rarity) {
    int[] numbers = new int[terms.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = rarity.number(terms.get(i));
    }
    return numbers;
  }
}
