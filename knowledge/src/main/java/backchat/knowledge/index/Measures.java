package backchat.knowledge.index;

import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Measures the likeness of a query to every passage. Thread-safe. */
final class Measures {
  private static final int BEST = 3;
  private static final int FIELDS = Features.WORDS.indexOf("forms");
  private static final int ASKING_WORDS = Features.WORDS.indexOf("asking-best-form");
  private static final int MEANING = Features.WORDS.size();
  private static final int ASKING_MEANING = MEANING + BEST;

  /** From this cosine on two texts are the same. */
  static final double ITSELF = 0.9995;

  private final Catalogue catalogue;
  private final Credits fields;
  private final Credits forms;

  /**
   * Working arrays, one number a form, that serve again; as many as there were questions at once.
   */
  private final Queue<double[]> spare = new ConcurrentLinkedQueue<>();

  /**
   * @param phrases how many slots have variants
   */
  Measures(Catalogue catalogue, int phrases) {
    this.catalogue = catalogue;
    this.fields = new Credits(catalogue.rarity(), catalogue.whole(), phrases);
    this.forms = new Credits(catalogue.rarity(), catalogue.forms(), phrases);
  }

  /**
   * Measures words, and meaning where there are vectors.
   *
   * @param whole the message
   * @param asking the part of it that asks; empty when that is all of it
   * @param unseen whether an off-topic question that is the message itself is passed over, for
   *     learning
   */
  PassageIndex.Sample measure(Reading whole, Optional<Reading> asking, boolean unseen) {
    boolean meaning = whole.vector() != null;
    Features features = new Features(catalogue.passages(), meaning);
    double[] working = spare.poll();
    double[] likeness = working == null ? new double[catalogue.scales().length] : working;
    fields(whole.query(), features);
    forms(whole.query(), likeness, features, 0);
    OffTopic offTopic = offTopic(likeness, meaning(whole, features, MEANING), unseen);
    if (asking.isEmpty()) {
      spare.add(likeness);
      features.repeat(0, ASKING_WORDS, 2);
      if (meaning) {
        features.repeat(MEANING, ASKING_MEANING, BEST);
      }
      return new PassageIndex.Sample(whole.query(), features, offTopic, offTopic);
    }
    forms(asking.get().query(), likeness, features, ASKING_WORDS);
    double[] partMeaning = meaning(asking.get(), features, ASKING_MEANING);
    OffTopic asked = offTopic(likeness, partMeaning, unseen);
    spare.add(likeness);
    return new PassageIndex.Sample(whole.query(), features, offTopic, asked);
  }

  private void fields(Query query, Features features) {
    double[] sums = new double[catalogue.whole().count()];
    fields.add(query.slots(), sums);
    double total = query.slotsWeight();
    for (int field = 0; field < Fields.WHOLE.size(); field++) {
      double[] column = features.column(FIELDS + field);
      for (int passage = 0; total > 0 && passage < column.length; passage++) {
        column[passage] = sums[field * column.length + passage] / total;
      }
    }
  }

  /**
   * Fills two columns.
   *
   * @param cosines is given the cosine of the words and pairs of each form with the query's
   */
  private void forms(Query query, double[] cosines, Features features, int first) {
    Arrays.fill(cosines, 0);
    forms.add(query.slots(), cosines);
    forms.add(query.pairs(), cosines);
    double total = query.slotsWeight() + catalogue.rarity().sum(query.pairs());
    double scale = total > 0 ? 1 / Math.sqrt(total) : 0;
    for (int form = 0; form < cosines.length; form++) {
      cosines[form] *= scale * catalogue.scales()[form];
    }
    threeBest(cosines, features.column(first), features.column(first + 1));
  }

  /** Fills three columns; returns the cosine of the meaning of each form with the text's. */
  private double[] meaning(Reading reading, Features features, int first) {
    if (reading.vector() == null) {
      return new double[0];
    }
    double[] cosines = catalogue.formVectors().orElseThrow().cosines(reading.vector());
    threeBest(cosines, features.column(first), features.column(first + 1));
    double[] answers = catalogue.answerVectors().orElseThrow().cosines(reading.vector());
    System.arraycopy(answers, 0, features.column(first + 2), 0, answers.length);
    return cosines;
  }

  /** For each passage the best value of its forms, and the mean of the three best. */
  private void threeBest(double[] values, double[] first, double[] mean) {
    int[] firstForms = catalogue.firstForms();
    double[] best = new double[BEST];
    for (int passage = 0; passage < first.length; passage++) {
      best(values, firstForms[passage], firstForms[passage + 1], 2, best);
      first[passage] = best[0];
      mean[passage] = mean(best);
    }
  }

  /** How like the query is to questions that no passage answers. */
  private OffTopic offTopic(double[] words, double[] meaning, boolean unseen) {
    int from = catalogue.firstForms()[catalogue.passages()];
    double most = unseen ? ITSELF : 2;
    double[] ofWords = new double[BEST];
    best(words, from, words.length, most, ofWords);
    double[] ofMeaning = new double[BEST];
    best(meaning, from, meaning.length, most, ofMeaning);
    return new OffTopic(ofWords[0], ofMeaning[0], mean(ofMeaning));
  }

  private static double mean(double[] best) {
    return (best[0] + best[1] + best[2]) / BEST;
  }

  /** The three greatest values of a range, at least 0 and none above the most. */
  private static void best(double[] values, int from, int to, double most, double[] best) {
    double first = 0;
    double second = 0;
    double third = 0;
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (value > third && value <= most) {
        if (value > first) {
          third = second;
          second = first;
          first = value;
        } else if (value > second) {
          third = second;
          second = value;
        } else {
          third = value;
        }
      }
    }
    best[0] = first;
    best[1] = second;
    best[2] = third;
  }
}
