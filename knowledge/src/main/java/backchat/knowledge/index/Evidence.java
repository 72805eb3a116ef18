package backchat.knowledge.index;

import java.util.ArrayList;
import java.util.List;

/**
 * What a confidence is made of. Confined to one thread.
 *
 * <p>Scores are the weighted measures of the three best passages, and their shares of the softmax
 * over all; the rest looks at the message and at the first passage.
 */
public final class Evidence {
  private static final int BY_WORDS = names(false).size();
  private static final int WITH_MEANING = names(true).size();

  private Evidence() {}

  /** The names of the values, in order. */
  public static List<String> names(boolean meaning) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "score",
                "lead-over-second",
                "lead-over-third",
                "share-of-first",
                "share-of-three"));
    names.addAll(Features.WORDS);
    names.addAll(List.of("off-topic", "asking-off-topic"));
    if (meaning) {
      names.addAll(Features.MEANING);
      names.addAll(
          List.of(
              "off-topic-vector",
              "three-off-topic-vectors",
              "asking-off-topic-vector",
              "asking-three-off-topic-vectors"));
    }
    names.addAll(List.of("unknown-words", "elsewhere", "words", "content-words"));
    return names;
  }

  static double[] of(PassageIndex.Sample sample, double[] scores, int[] best) {
    Features features = sample.features();
    Query query = sample.query();
    boolean meaning = features.measures() > Features.WORDS.size();
    double first = scores[best[0]];
    double second = scores[best[Math.min(1, best.length - 1)]];
    double third = scores[best[Math.min(2, best.length - 1)]];
    double share = 1 / shares(scores, first);
    Values values = new Values(meaning ? WITH_MEANING : BY_WORDS);
    values.add(first, first - second, first - third);
    values.add(
        share, Math.min(1, share * (1 + Math.exp(second - first) + Math.exp(third - first))));
    for (int measure = 0; measure < Features.WORDS.size(); measure++) {
      values.add(features.get(measure, best[0]));
    }
    values.add(sample.offTopic().words(), sample.asking().words());
    if (meaning) {
      for (int measure = Features.WORDS.size(); measure < features.measures(); measure++) {
        values.add(features.get(measure, best[0]));
      }
      values.add(sample.offTopic().meaning(), sample.offTopic().three());
      values.add(sample.asking().meaning(), sample.asking().three());
    }
    values.add(query.unknown(), Math.min(3, query.elsewhere()));
    values.add(Math.log1p(query.words()), Math.log1p(query.content()));
    return values.all;
  }

  /** The sum of the softmax, in parts of its greatest. */
  private static double shares(double[] scores, double greatest) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - greatest);
    }
    return sum;
  }

  private static final class Values {
    private final double[] all;
    private int size;

    Values(int most) {
      all = new double[most];
    }

    void add(double... values) {
      for (double value : values) {
        all[size++] = value;
      }
    }
  }
}
