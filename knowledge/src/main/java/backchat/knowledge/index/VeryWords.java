package backchat.knowledge.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether a query stands in the very words of one form and is that like no form of another
 * passage, without measuring all of them. Immutable and thread-safe.
 *
 * <p>Forms that hold none of a query's telling words cannot be more like it than its other words
 * make them (Turtle and Flood, Query evaluation: strategies and optimizations, Information
 * Processing and Management 31, 1995), so only those that hold one are looked at.
 */
final class VeryWords {
  /** What a form must stay below; rounding makes less of a difference. */
  private static final double ITSELF = Measures.ITSELF - 1e-6;

  private final Catalogue catalogue;
  private final double greatestScale;

  VeryWords(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.greatestScale = Arrays.stream(catalogue.scales()).max().orElse(0);
  }

  /** Whether that is certain; false says nothing. */
  boolean areOnly(int passage, int form, Query query) {
    double total = query.slotsWeight() + catalogue.rarity().sum(query.pairs());
    if (total <= 0 || !holdsAll(form, query)) {
      return false;
    }
    double scale = 1 / Math.sqrt(total);
    if (Math.sqrt(total) * catalogue.scales()[form] <= Measures.ITSELF) {
      return false;
    }
    Map<Integer, Double> others = values(query);
    List<Integer> fewestFirst =
        others.keySet().stream().sorted((a, b) -> holders(a).length - holders(b).length).toList();
    Map<Integer, Double> likeness = new HashMap<>();
    double rest = rest(query, others);
    for (int i = 0; i < fewestFirst.size() && bound(rest, query, others) * scale > ITSELF; i++) {
      int term = fewestFirst.get(i);
      double value = others.remove(term);
      for (int holder : holders(term)) {
        likeness.merge(holder, value, Double::sum);
      }
      rest = rest(query, others);
    }
    for (Map.Entry<Integer, Double> rival : likeness.entrySet()) {
      double most = (rival.getValue() + rest) * scale * catalogue.scales()[rival.getKey()];
      if (most > ITSELF && isOfAnother(rival.getKey(), passage)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfAnother(int form, int passage) {
    int[] first = catalogue.firstForms();
    return form < first[catalogue.passages()]
        && (form < first[passage] || form >= first[passage + 1]);
  }

  private int[] holders(int term) {
    return catalogue.forms().of(term);
  }

  private boolean holdsAll(int form, Query query) {
    return query.slots().stream()
            .allMatch(slot -> Arrays.stream(slot.stems()).allMatch(stem -> holds(form, stem)))
        && Arrays.stream(query.pairs()).allMatch(pair -> holds(form, pair));
  }

  private boolean holds(int form, int term) {
    return Arrays.binarySearch(holders(term), form) >= 0;
  }

  /** The most that each term of a query is worth to a form that holds it. */
  private Map<Integer, Double> values(Query query) {
    Map<Integer, Double> values = new HashMap<>();
    for (Slot slot : query.slots()) {
      add(slot.stems(), 1, values);
      for (int[] variant : slot.variants()) {
        add(variant, slot.factor(variant, catalogue.rarity()), values);
      }
    }
    add(query.pairs(), 1, values);
    return values;
  }

  private void add(int[] terms, double factor, Map<Integer, Double> values) {
    for (int term : terms) {
      if (term != Rarity.NOWHERE) {
        values.merge(term, factor * catalogue.rarity().of(term), Double::sum);
      }
    }
  }

  /** The most that some terms of a query are worth together. */
  private double rest(Query query, Map<Integer, Double> values) {
    double rest = sum(query.pairs(), values);
    for (Slot slot : query.slots()) {
      double best = sum(slot.stems(), values);
      for (int[] variant : slot.variants()) {
        double factor = slot.factor(variant, catalogue.rarity());
        best = Math.max(best, factor * sum(variant, values));
      }
      rest += best;
    }
    return rest;
  }

  /**
   * The most that a form's share can be by its length, which is at least that of the query's own
   * words in it, and of the variants in it.
   */
  private double bound(double rest, Query query, Map<Integer, Double> values) {
    double dearest = 0;
    for (Slot slot : query.slots()) {
      for (int[] variant : slot.variants()) {
        if (sum(variant, values) > 0) {
          dearest = Math.max(dearest, slot.factor(variant, catalogue.rarity()));
        }
      }
    }
    return Math.min(Math.sqrt(rest * (1 + dearest)), rest * greatestScale);
  }

  private double sum(int[] terms, Map<Integer, Double> among) {
    double sum = 0;
    for (int term : terms) {
      sum += among.containsKey(term) ? catalogue.rarity().of(term) : 0;
    }
    return sum;
  }
}
