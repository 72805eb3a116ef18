package backchat.knowledge.index;

/**
 * Adds up what documents have in common with a query, slot by slot. Confined to one thread at a
 * time; its working arrays are all zero between two calls, so that it may serve again.
 */
final class Credits {
  private final Rarity rarity;
  private final double[] share;
  private final double[] best;

  /**
   * @param documents as many as the largest of the postings has
   */
  Credits(Rarity rarity, int documents) {
    this.rarity = rarity;
    this.share = new double[documents];
    this.best = new double[documents];
  }

  /** Adds to each document what it holds of every slot. */
  void add(Weighed query, Postings postings, double[] common) {
    for (Weighed.Part slot : query.slots()) {
      if (slot.variants().length == 0) {
        addAll(slot.stems(), postings, common);
      } else {
        addBest(slot, postings, common);
      }
    }
  }

  /** Adds the weight of each term to each document that holds it. */
  void addAll(int[] terms, Postings postings, double[] common) {
    for (int term : terms) {
      double weight = rarity.of(term);
      for (int document : postings.of(term)) {
        common[document] += weight;
      }
    }
  }

  /** Adds what a document holds of a slot's own words or, a little less, of its best variant. */
  private void addBest(Weighed.Part slot, Postings postings, double[] common) {
    raise(slot.stems(), 1, postings);
    for (int i = 0; i < slot.variants().length; i++) {
      raise(slot.variants()[i], slot.factors()[i], postings);
    }
    take(slot.stems(), postings, common);
    for (int[] variant : slot.variants()) {
      take(variant, postings, common);
    }
  }

  private void raise(int[] stems, double factor, Postings postings) {
    if (stems.length == 1) {
      double weight = factor * rarity.of(stems[0]);
      for (int document : postings.of(stems[0])) {
        best[document] = Math.max(best[document], weight);
      }
      return;
    }
    for (int stem : stems) {
      double weight = factor * rarity.of(stem);
      for (int document : postings.of(stem)) {
        share[document] += weight;
        best[document] = Math.max(best[document], share[document]);
      }
    }
    for (int stem : stems) {
      for (int document : postings.of(stem)) {
        share[document] = 0;
      }
    }
  }

  private void take(int[] stems, Postings postings, double[] common) {
    for (int stem : stems) {
      for (int document : postings.of(stem)) {
        common[document] += best[document];
        best[document] = 0;
      }
    }
  }
}
