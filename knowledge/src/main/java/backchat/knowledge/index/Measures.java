package backchat.knowledge.index;

import java.util.List;

/** Measures the likeness of a query to every passage. Thread-safe. */
final class Measures {
  private static final int BEST = 3;

  /** From this cosine on two texts are the same. */
  private static final double ITSELF = 0.9995;

  private final Segment segment;
  private final Rarity rarity;

  Measures(Segment segment, Rarity rarity) {
    this.segment = segment;
    this.rarity = rarity;
  }

  /**
   * Measures words, and meaning where there is a vector.
   *
   * @param vector of the message, or null for words alone
   */
  Features measure(Query query, float[] vector) {
    Features features = new Features(segment.passages(), vector != null);
    forms(query, features);
    for (int field = 0; field < Fields.WHOLE.size(); field++) {
      whole(query, Fields.WHOLE.get(field).name(), features.column(2 + field));
    }
    if (vector != null) {
      int first = Features.WORDS.size();
      Top top = new Top(segment.passages());
      segment.visitVectors(
          Fields.FORM_VECTOR,
          vector,
          (document, cosine) -> top.offer(segment.owners()[document], cosine));
      top.fill(features.column(first), features.column(first + 1));
      double[] answers = features.column(first + 2);
      segment.visitVectors(
          Fields.ANSWER_VECTOR,
          vector,
          (document, cosine) -> answers[segment.owners()[document]] = cosine);
    }
    return features;
  }

  /**
   * How like the query is to questions that no passage answers.
   *
   * @param unseen whether such a question that is the message itself is passed over, for learning
   */
  OffTopic offTopic(Query query, float[] vector, boolean unseen) {
    double[] common = new double[segment.owners().length];
    double total = common(query, Fields.OFF_TOPIC, common);
    double words = 0;
    for (int document = segment.passages(); document < common.length; document++) {
      if (common[document] > 0) {
        double cosine =
            common[document] / Math.sqrt(total * segment.formLengths()[document]);
        words = unseen && cosine > ITSELF ? words : Math.max(words, cosine);
      }
    }
    Top top = new Top(1);
    if (vector != null) {
      segment.visitVectors(
          Fields.OFF_TOPIC_VECTOR,
          vector,
          (document, cosine) -> top.offer(0, unseen && cosine > ITSELF ? 0 : cosine));
    }
    double[] best = new double[1];
    double[] mean = new double[1];
    top.fill(best, mean);
    return new OffTopic(words, best[0], mean[0]);
  }

  /** The best form and the mean of the three best: cosines of words and pairs by rarity. */
  private void forms(Query query, Features features) {
    double[] common = new double[segment.owners().length];
    double total = common(query, Fields.FORM, common);
    Top top = new Top(segment.passages());
    for (int document = 0; document < common.length; document++) {
      if (common[document] > 0) {
        top.offer(
            segment.owners()[document],
            common[document] / Math.sqrt(total * segment.formLengths()[document]));
      }
    }
    top.fill(features.column(0), features.column(1));
  }

  /** Adds to each document what it has in common with the query; returns the most there can be. */
  private double common(Query query, String field, double[] common) {
    double total = rarity.sum(query.pairs());
    for (Slot slot : query.slots()) {
      total += rarity.sum(slot.stems());
      credit(field, slot, common);
    }
    for (String pair : query.pairs()) {
      double weight = rarity.of(pair);
      segment.visit(field, pair, document -> common[document] += weight);
    }
    return total;
  }

  /** The share of the query's words, by rarity, that a field of the passage holds. */
  private void whole(Query query, String field, double[] column) {
    double total = 0;
    for (Slot slot : query.slots()) {
      total += rarity.sum(slot.stems());
      credit(field, slot, column);
    }
    if (total > 0) {
      for (int passage = 0; passage < column.length; passage++) {
        column[passage] /= total;
      }
    }
  }

  /** Adds to each document what it holds of a slot, or of the best of its variants. */
  private void credit(String field, Slot slot, double[] common) {
    if (slot.variants().isEmpty()) {
      for (String stem : slot.stems()) {
        double weight = rarity.of(stem);
        segment.visit(field, stem, document -> common[document] += weight);
      }
      return;
    }
    double[] best = new double[common.length];
    double[] share = new double[common.length];
    double mass = rarity.sum(slot.stems());
    add(field, slot.stems(), 1, share, best);
    for (List<String> variant : slot.variants()) {
      add(field, variant, Slot.VARIANT * mass / rarity.sum(variant), share, best);
    }
    for (int document = 0; document < common.length; document++) {
      common[document] += best[document];
    }
  }

  /** Raises each document's best to what it holds of some stems, times a factor. */
  private void add(
      String field, List<String> stems, double factor, double[] share, double[] best) {
    for (String stem : stems) {
      double weight = factor * rarity.of(stem);
      segment.visit(field, stem, document -> share[document] += weight);
    }
    for (String stem : stems) {
      segment.visit(
          field,
          stem,
          document -> {
            best[document] = Math.max(best[document], share[document]);
          });
    }
    for (String stem : stems) {
      segment.visit(field, stem, document -> share[document] = 0);
    }
  }

  /** The three best values of each passage. */
  private static final class Top {
    private final double[][] best;

    Top(int passages) {
      best = new double[BEST][passages];
    }

    void offer(int passage, double value) {
      if (value > best[2][passage]) {
        if (value > best[0][passage]) {
          best[2][passage] = best[1][passage];
          best[1][passage] = best[0][passage];
          best[0][passage] = value;
        } else if (value > best[1][passage]) {
          best[2][passage] = best[1][passage];
          best[1][passage] = value;
        } else {
          best[2][passage] = value;
        }
      }
    }

    void fill(double[] first, double[] mean) {
      for (int passage = 0; passage < first.length; passage++) {
        first[passage] = best[0][passage];
        mean[passage] = (best[0][passage] + best[1][passage] + best[2][passage]) / BEST;
      }
    }
  }
}
