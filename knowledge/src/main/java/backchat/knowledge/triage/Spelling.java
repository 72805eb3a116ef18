package backchat.knowledge.triage;

import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Candidates;
import backchat.knowledge.language.CommonWords;
import backchat.knowledge.language.Edits;
import backchat.knowledge.language.Lexicon;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads misspelt words as words of a concept. Thread-safe.
 *
 * <p>Only a word that is no English word, no word of the knowledge and none of a concept is
 * repaired: one edit for words of 4 to 7 letters and two for longer ones (a swap of neighbours is
 * one edit), and never in the first letter.
 */
final class Spelling {
  private static final Pattern REPEATED = Pattern.compile("(.)\\1{2,}");
  private static final int SHORTEST = 4;
  private static final int LONG = 8;
  private static final List<String> ENDINGS = List.of("s", "es", "ed", "er", "est", "ing", "ly");

  private final Lexicon known;
  private final Candidates candidates;
  private final Analysis analysis;

  /**
   * @param known words and stems that are never repaired, besides common words
   * @param vocabulary words of the concepts, as written
   */
  Spelling(Lexicon known, Collection<String> vocabulary, Analysis analysis) {
    this.known = known;
    this.analysis = analysis;
    this.candidates =
        new Candidates(vocabulary.stream().filter(word -> word.length() >= SHORTEST).toList());
  }

  boolean knows(String word, String stem) {
    return word.length() < SHORTEST
        || isKnown(word)
        || isKnown(stem)
        || ENDINGS.stream().anyMatch(ending -> isFormOfKnown(word, ending));
  }

  /** Whether a word is a known one and an ending: "fewer" is no misspelt "fever". */
  private boolean isFormOfKnown(String word, String ending) {
    return word.endsWith(ending)
        && word.length() - ending.length() >= 3
        && isKnown(word.substring(0, word.length() - ending.length()));
  }

  private boolean isKnown(String word) {
    return CommonWords.contains(word) || known.contains(word);
  }

  /** The nearest word of the vocabulary, or the word itself when none is near. */
  String repair(String word) {
    if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return word;
    }
    String shortened = REPEATED.matcher(word).replaceAll("$1");
    if (!shortened.equals(word) && knows(shortened, analysis.stem(shortened))) {
      return shortened;
    }
    String best = null;
    int least = allowed(shortened) + 1;
    for (String other : candidates.near(shortened, least - 1)) {
      int most = Math.min(least - 1, allowed(other));
      int edits = Edits.between(shortened, other, most);
      if (edits <= most) {
        least = edits;
        best = other;
      }
    }
    return best == null ? word : best;
  }

  private static int allowed(String word) {
    return word.length() < SHORTEST ? 0 : word.length() < LONG ? 1 : 2;
  }
}
