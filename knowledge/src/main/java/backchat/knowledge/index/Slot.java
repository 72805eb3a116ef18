package backchat.knowledge.index;

import java.util.List;

/**
 * One or several words of a message that stand for one thing, with what may stand in their place.
 * Immutable.
 *
 * @param stems of the words as written, after spelling
 * @param variants other ways to say it, each as its stems; a passage that has all of one counts as
 *     having the words, a little less
 */
record Slot(List<String> stems, List<List<String>> variants) {
  /** How much a variant counts beside the words themselves. */
  static final double VARIANT = 0.7;

  Slot(String stem) {
    this(List.of(stem), List.of());
  }
}
