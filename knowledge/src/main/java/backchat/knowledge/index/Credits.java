package backchat.knowledge.index;

import java.util.List;

/**
 * Adds up what documents have in common with a query, slot by slot. Confined to one thread: its
 * working arrays serve one measurement.
 */
final class Credits {
  private final Rarity rarity;
  private final double[] share;
  private final double[] best;

  Credits(Rarity rarity, int documents) {
    this.rarity = rarity;
    this.share = new double[documents];
    this.best = new double[documents];
  }

  /** Adds to each document what it holds of every slot; returns the most there can be. */
  double add(List<Slot> slots, Postings postings, double[] common) {
    double total = 0;
    for (Slot slot : slots) {
      total += rarity.sum(slot.stems());
      if (slot.variants().isEmpty()) {
        slot.stems().forEach(stem -> addTerm(stem, postings, common));
      } else {
        addBest(slot, postings, common);
      }
    }
    return total;
  }

  /** Adds the weight of one term to each document that holds it. */
  void addTerm(String term, Postings postings, double[] common) {
    double weight = rarity.of(term);
    for (int document : postings.of(term)) {
      common[document] += weight;
    }
  }

  /** Adds what a document holds of a slot's own words or, a little less, of its best variant. */
  private void addBest(Slot slot, Postings postings, double[] common) {
    double mass = rarity.sum(slot.stems());
    raise(slot.stems(), 1, postings);
    for (List<String> variant : slot.variants()) {
      raise(variant, Slot.VARIANT * mass / rarity.sum(variant), postings);
    }
    take(slot.stems(), postings, common);
    slot.variants().forEach(variant -> take(variant, postings, common));
  }

  private void raise(List<String> stems, double factor, Postings postings) {
    for (String stem : stems) {
      double weight = factor * rarity.of(stem);
      for (int document : postings.of(stem)) {
        share[document] += weight;
        best[document] = Math.max(best[document], share[document]);
      }
    }
    for (String stem : stems) {
      for (int document : postings.of(stem)) {
        share[document] = 0;
      }
    }
  }

  private void take(List<String> stems, Postings postings, double[] common) {
    for (String stem : stems) {
      for (int document : postings.of(stem)) {
        common[document] += best[document];
        best[document] = 0;
      }
    }
  }
}
