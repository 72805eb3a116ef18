package backchat.knowledge.index;

import backchat.knowledge.language.Lexicon;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How telling a stem or a pair is: the square of log(1 + N/(n+1)) for n of N passages that hold it
 * (Spärck Jones, A statistical interpretation of term specificity and its application in retrieval,
 * Journal of Documentation 28, 1972). Gives each term a number, by which all else is found.
 * Immutable and thread-safe.
 */
final class Rarity {
  /** The number of a term that is nowhere. */
  static final int NOWHERE = Lexicon.NONE;

  /** How much a word pair counts beside a word of the same rarity. */
  static final double PAIR = 0.3;

  private final Lexicon terms;
  private final double[] weights;
  private final int known;
  private final double unknown;

  /**
   * @param termsOfPassages stems and pairs of each passage
   * @param others terms of other texts, which are as telling as the rarest
   */
  Rarity(List<Set<String>> termsOfPassages, Collection<? extends Collection<String>> others) {
    Map<String, Integer> holders = new HashMap<>();
    termsOfPassages.forEach(terms -> terms.forEach(term -> holders.merge(term, 1, Integer::sum)));
    known = holders.size();
    Set<String> once = new LinkedHashSet<>(holders.keySet());
    others.forEach(once::addAll);
    terms = Lexicon.of(once);
    double all = termsOfPassages.size();
    unknown = square("", all);
    weights = new double[once.size()];
    Arrays.fill(weights, unknown);
    holders.forEach(
        (term, count) -> weights[terms.number(term)] = square(term, all / (1.0 + count)));
  }

  private Rarity(Lexicon terms, double[] weights, int known, double unknown) {
    this.terms = terms;
    this.weights = weights;
    this.known = known;
    this.unknown = unknown;
  }

  /** What {@link #write} wrote. */
  static Rarity read(ByteBuffer in) {
    Lexicon terms = new Lexicon(CatalogueFile.text(in));
    return new Rarity(terms, CatalogueFile.doubles(in), in.getInt(), in.getDouble());
  }

  void write(DataOutputStream out) throws IOException {
    CatalogueFile.text(terms.lines(), out);
    CatalogueFile.doubles(weights, out);
    out.writeInt(known);
    out.writeDouble(unknown);
  }

  private static double square(String term, double share) {
    double log = Math.log(1 + share);
    return log * log * (term.indexOf(' ') > 0 ? PAIR : 1);
  }

  /** How many terms there are; their numbers run from 0. */
  int terms() {
    return weights.length;
  }

  /** The number of a term, or {@link #NOWHERE}. */
  int number(String term) {
    return terms.number(term);
  }

  /** The weight of a term by its number; one that no passage holds is as telling as the rarest. */
  double of(int number) {
    return number == NOWHERE ? unknown : weights[number];
  }

  /** The numbers of terms, in order. */
  int[] numbers(List<String> terms) {
    int[] each = new int[terms.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = number(terms.get(i));
    }
    return each;
  }

  /** The weight of some terms together. */
  double sum(int[] terms) {
    double sum = 0;
    for (int term : terms) {
      sum += of(term);
    }
    return sum;
  }

  double sum(Collection<String> terms) {
    double sum = 0;
    for (String term : terms) {
      sum += of(number(term));
    }
    return sum;
  }

  /** The share of stems that carry a topic and stand in no passage, weighed; 0 when none does. */
  double unknown(Collection<String> stems) {
    double all = 0;
    double unknown = 0;
    for (String stem : stems) {
      if (!FunctionWords.ALL.contains(stem)) {
        int number = number(stem);
        all += of(number);
        unknown += number != NOWHERE && number < known ? 0 : of(number);
      }
    }
    return all == 0 ? 0 : unknown / all;
  }
}
