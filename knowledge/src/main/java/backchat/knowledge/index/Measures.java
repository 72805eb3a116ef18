package backchat.knowledge.index;

/** Measures the likeness of a query to every passage. Thread-safe. */
final class Measures {
  private static final int BEST = 3;

  /** From this cosine on two texts are the same. */
  static final double ITSELF = 0.9995;

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
    Credits credits = new Credits(rarity, segment.owners().length);
    Top words = new Top(segment.passages());
    double[] cosines = cosines(query, Fields.FORM, credits);
    for (int document = segment.passages(); document < cosines.length; document++) {
      if (cosines[document] > 0) {
        words.offer(segment.owners()[document], cosines[document]);
      }
    }
    words.fill(features.column(0), features.column(1));
    for (int field = 0; field < Fields.WHOLE.size(); field++) {
      double[] column = features.column(2 + field);
      String name = Fields.WHOLE.get(field).name();
      double total = credits.add(query.slots(), segment.postings().get(name), column);
      for (int passage = 0; total > 0 && passage < column.length; passage++) {
        column[passage] /= total;
      }
    }
    if (vector != null) {
      meaning(vector, features);
    }
    return features;
  }

  private void meaning(float[] vector, Features features) {
    int first = Features.WORDS.size();
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
  OffTopic offTopic(Query query, float[] vector, boolean unseen) {
    double words = 0;
    Credits credits = new Credits(rarity, segment.owners().length);
    for (double cosine : cosines(query, Fields.OFF_TOPIC, credits)) {
      words = unseen && cosine > ITSELF ? words : Math.max(words, cosine);
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

  /** For each document the cosine of its words and pairs with the query's, weighed by rarity. */
  private double[] cosines(Query query, String field, Credits credits) {
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
