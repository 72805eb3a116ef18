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

  /** Working arrays that serve again, as many as there were questions at once. */
  private final Queue<Credits> spare = new ConcurrentLinkedQueue<>();

  Measures(Catalogue catalogue) {
    this.catalogue = catalogue;
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
    Weighed query = Weighed.of(whole.query(), catalogue.rarity());
    Credits credits = spare.poll();
    if (credits == null) {
      credits = new Credits(catalogue.rarity(), catalogue.scales().length);
    }
    fields(query, credits, features);
    double[] likeness = forms(query, credits, features, 0);
    OffTopic offTopic = offTopic(likeness, meaning(whole, features, MEANING), unseen);
    if (asking.isEmpty()) {
      spare.add(credits);
      features.repeat(0, ASKING_WORDS, 2);
      if (meaning) {
        features.repeat(MEANING, ASKING_MEANING, BEST);
      }
      return new PassageIndex.Sample(whole.query(), features, offTopic, offTopic);
    }
    Weighed part = Weighed.of(asking.get().query(), catalogue.rarity());
    double[] partLikeness = forms(part, credits, features, ASKING_WORDS);
    spare.add(credits);
    double[] partMeaning = meaning(asking.get(), features, ASKING_MEANING);
    return new PassageIndex.Sample(
        whole.query(), features, offTopic, offTopic(partLikeness, partMeaning, unseen));
  }

  private void fields(Weighed query, Credits credits, Features features) {
    double total = query.slotsTotal();
    for (int field = 0; field < catalogue.whole().size(); field++) {
      double[] column = features.column(FIELDS + field);
      credits.add(query, catalogue.whole().get(field), column);
      for (int passage = 0; total > 0 && passage < column.length; passage++) {
        column[passage] /= total;
      }
    }
  }

  /** Fills two columns; returns the cosine of the words and pairs of each form with the query's. */
  private double[] forms(Weighed query, Credits credits, Features features, int first) {
    double[] cosines = new double[catalogue.scales().length];
    credits.add(query, catalogue.forms(), cosines);
    credits.addAll(query.pairs(), catalogue.forms(), cosines);
    double total = query.slotsTotal() + query.pairsTotal();
    double scale = total > 0 ? 1 / Math.sqrt(total) : 0;
    for (int form = 0; form < cosines.length; form++) {
      cosines[form] *= scale * catalogue.scales()[form];
    }
    threeBest(cosines, features.column(first), features.column(first + 1));
    return cosines;
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
    Arrays.fill(best, 0);
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (value > best[2] && value <= most) {
        if (value > best[0]) {
          best[2] = best[1];
          best[1] = best[0];
          best[0] = value;
        } else if (value > best[1]) {
          best[2] = best[1];
          best[1] = value;
        } else {
          best[2] = value;
        }
      }
    }
  }
}
