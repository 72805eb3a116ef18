package backchat.knowledge.index;

import java.util.Optional;

/** Measures the likeness of a query to every passage. Thread-safe. */
final class Measures {
  private static final int BEST = 3;
  private static final int ASKING_WORDS = Features.WORDS.indexOf("asking-best-form");

  /** From this cosine on two texts are the same. */
  static final double ITSELF = 0.9995;

  private final Segment segment;
  private final Rarity rarity;

  Measures(Segment segment, Rarity rarity) {
    this.segment = segment;
    this.rarity = rarity;
  }

  /**
   * Measures words, and meaning where there are vectors.
   *
   * @param whole the message
   * @param asking the part of it that asks; empty when that is all of it
   */
  Features measure(Reading whole, Optional<Reading> asking) {
    Features features = new Features(segment.passages(), whole.vector() != null);
    forms(whole.query(), features, 0);
    fields(whole.query(), features);
    int words = Features.WORDS.size();
    asking.ifPresentOrElse(
        part -> forms(part.query(), features, ASKING_WORDS),
        () -> features.repeat(0, ASKING_WORDS, 2));
    if (whole.vector() != null) {
      meaning(whole.vector(), features, words);
      asking.ifPresentOrElse(
          part -> meaning(part.vector(), features, words + BEST),
          () -> features.repeat(words, words + BEST, BEST));
    }
    return features;
  }

  private void forms(Query query, Features features, int first) {
    Top top = new Top(segment.passages());
    double[] cosines = cosines(query, Fields.FORM);
    for (int document = segment.passages(); document < cosines.length; document++) {
      if (cosines[document] > 0) {
        top.offer(segment.owners()[document], cosines[document]);
      }
    }
    top.fill(features.column(first), features.column(first + 1));
  }

  private void fields(Query query, Features features) {
    Credits credits = new Credits(rarity, segment.owners().length);
    for (int field = 0; field < Fields.WHOLE.size(); field++) {
      double[] column = features.column(2 + field);
      String name = Fields.WHOLE.get(field).name();
      double total = credits.add(query.slots(), segment.postings().get(name), column);
      for (int passage = 0; total > 0 && passage < column.length; passage++) {
        column[passage] /= total;
      }
    }
  }

  private void meaning(float[] vector, Features features, int first) {
    Top top = new Top(segment.passages());
    int[] owners = segment.owners();
    segment.visitVectors(
        Fields.FORM_VECTOR, vector, (document, cosine) -> top.offer(owners[document], cosine));
    top.fill(features.column(first), features.column(first + 1));
    double[] answers = features.column(first + 2);
    segment.visitVectors(
        Fields.ANSWER_VECTOR, vector, (document, cosine) -> answers[owners[document]] = cosine);
  }

  /**
   * How like the query is to questions that no passage answers.
   *
   * @param unseen whether such a question that is the message itself is passed over, for learning
   */
  OffTopic offTopic(Reading reading, boolean unseen) {
    double words = 0;
    for (double cosine : cosines(reading.query(), Fields.OFF_TOPIC)) {
      words = unseen && cosine > ITSELF ? words : Math.max(words, cosine);
    }
    Top top = new Top(1);
    if (reading.vector() != null) {
      segment.visitVectors(
          Fields.OFF_TOPIC_VECTOR,
          reading.vector(),
          (document, cosine) -> top.offer(0, unseen && cosine > ITSELF ? 0 : cosine));
    }
    double[] best = new double[1];
    double[] mean = new double[1];
    top.fill(best, mean);
    return new OffTopic(words, best[0], mean[0]);
  }

  /** For each document the cosine of its words and pairs with the query's, weighed by rarity. */
  private double[] cosines(Query query, String field) {
    Credits credits = new Credits(rarity, segment.owners().length);
    Postings postings = segment.postings().get(field);
    double[] cosines = new double[segment.owners().length];
    double total = credits.add(query.slots(), postings, cosines) + rarity.sum(query.pairs());
    query.pairs().forEach(pair -> credits.addTerm(pair, postings, cosines));
    for (int document = segment.passages(); document < cosines.length; document++) {
      if (cosines[document] > 0) {
        cosines[document] /= Math.sqrt(total * segment.formLengths()[document]);
      }
    }
    return cosines;
  }

  /** The three best values of each passage. */
  private static final class Top {
    private final double[][] best;

    Top(int passages) {
      best = new double[BEST][passages];
    }

    void offer(int passage, double value) {
      if (value <= best[2][passage]) {
        return;
      }
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

    void fill(double[] first, double[] mean) {
      for (int passage = 0; passage < first.length; passage++) {
        first[passage] = best[0][passage];
        mean[passage] = (best[0][passage] + best[1][passage] + best[2][passage]) / BEST;
      }
    }
  }
}
