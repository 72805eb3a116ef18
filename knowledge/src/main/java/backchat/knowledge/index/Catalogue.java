package backchat.knowledge.index;

import java.util.Map;
import java.util.Optional;

/**
 * All that a message is measured against. Immutable and thread-safe.
 *
 * <p>Passages have their positions as numbers. Forms are numbered by passage, those of one passage
 * one after the other; behind them follow the questions that no passage answers.
 *
 * @param rarity of all terms
 * @param firstForms for each passage the number of its first form; one more, for the first question
 *     that no passage answers
 * @param scales for each form 1 by the length of its vector of words
 * @param forms which forms hold a term
 * @param whole which passages hold a term, for each of {@link Fields#WHOLE} one after the other
 * @param words in how many passages each word stands, as it is written
 * @param formVectors the vector of each form; empty for words alone
 * @param answerVectors for each passage the vector of its canonical question with the short answer;
 *     empty for words alone
 */
record Catalogue(
    Rarity rarity,
    int[] firstForms,
    double[] scales,
    Postings forms,
    Postings whole,
    Map<String, Integer> words,
    Optional<Vectors> formVectors,
    Optional<Vectors> answerVectors) {

  /** How many passages there are. */
  int passages() {
    return firstForms.length - 1;
  }
}
