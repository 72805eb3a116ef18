package backchat.knowledge.index;

import java.util.ArrayList;
import java.util.List;

/**
 * What a confidence is made of. Confined to one thread.
 *
 * <p>Scores are the weighted measures of the three best passages; the rest looks at the message and
 * at the first passage.
 */
public final class Evidence {
  private Evidence() {}

  /** The names of the values, in order. */
  public static List<String> names(boolean meaning) {
    List<String> names = new ArrayList<>(List.of("score", "lead-over-second", "lead-over-third"));
    names.addAll(Features.WORDS);
    if (meaning) {
      names.addAll(Features.MEANING);
    }
    if (meaning) {
      names.addAll(List.of("off-topic-vector", "three-off-topic-vectors"));
    }
    names.addAll(List.of("off-topic", "unknown-words", "elsewhere", "words", "content-words"));
    return names;
  }

  static double[] of(PassageIndex.Sample sample, double[] scores, int[] best, double unknown) {
    Features features = sample.features();
    Query query = sample.query();
    boolean meaning = features.measures() > Features.WORDS.size();
    double[] values = new double[3 + features.measures() + (meaning ? 7 : 5)];
    values[0] = scores[best[0]];
    values[1] = values[0] - scores[best[Math.min(1, best.length - 1)]];
    values[2] = values[0] - scores[best[Math.min(2, best.length - 1)]];
    int at = 3;
    for (int measure = 0; measure < features.measures(); measure++) {
      values[at++] = features.get(measure, best[0]);
    }
    if (meaning) {
      values[at++] = sample.offTopic().meaning();
      values[at++] = sample.offTopic().three();
    }
    values[at++] = sample.offTopic().words();
    values[at++] = unknown;
    values[at++] = Math.min(3, query.elsewhere());
    values[at++] = Math.log1p(query.words());
    values[at] = Math.log1p(query.content());
    return values;
  }
}
