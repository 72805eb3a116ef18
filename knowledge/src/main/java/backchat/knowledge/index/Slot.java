package backchat.knowledge.index;

/**
 * One or several words of a message that stand for one thing, with what may stand in their place,
 * by the numbers of their stems. Immutable; the arrays are not to be written to.
 *
 * @param number which of the phrases with {@link Synonyms} it is, from 0; {@link #PLAIN} without
 * @param stems of the words as written, after spelling
 * @param weight of the stems together
 * @param variants other ways to say it, each as its stems; a passage that has all of one counts as
 *     having the words, a little less
 */
record Slot(int number, int[] stems, double weight, int[][] variants) {
  /** The number of a slot without variants. */
  static final int PLAIN = -1;

  /** How much a variant counts beside the words themselves. */
  private static final double VARIANT = 0.7;

  private static final int[][] NO_VARIANTS = {};

  Slot(int[] stems, Rarity rarity) {
    this(PLAIN, stems, rarity.sum(stems), NO_VARIANTS);
  }

  /** How much the weights of a variant's stems count, so that together they are a little less. */
  double factor(int[] variant, Rarity rarity) {
    return VARIANT * weight / rarity.sum(variant);
  }
}
