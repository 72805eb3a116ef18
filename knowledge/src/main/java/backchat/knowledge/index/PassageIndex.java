package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/** Finds the passages most like a message. Immutable and thread-safe. */
public final class PassageIndex {
  /** How much each field counts beside the question forms. */
  private static final Map<String, Double> FIELD_WEIGHTS =
      Map.of(Fields.FORMS, 0.25, Fields.ANSWER, 0.12, Fields.BODY, 0.08, Fields.EXTRA, 0.1);

  private static final double FORM_WEIGHT = 0.45;

  private final List<Passage> passages;
  private final LeafReader reader;
  private final int[] passageOfDocument;
  private final double[] formLength;
  private final Map<String, Double> rarity;

  private PassageIndex(
      List<Passage> passages,
      LeafReader reader,
      int[] passageOfDocument,
      double[] formLength,
      Map<String, Double> rarity) {
    this.passages = passages;
    this.reader = reader;
    this.passageOfDocument = passageOfDocument;
    this.formLength = formLength;
    this.rarity = rarity;
  }

  /** Builds an index on the heap; it needs no closing. */
  public static PassageIndex of(List<Passage> passages, Analysis analysis) {
    try {
      IndexBuilder builder = new IndexBuilder(passages, analysis);
      LeafReader reader = builder.build();
      return new PassageIndex(
          List.copyOf(passages),
          reader,
          builder.passageOfDocument(),
          builder.formLengths(),
          builder.rarity());
    } catch (IOException e) {
      throw new UncheckedIOException("building an index in memory", e);
    }
  }

  /** The passages, best first, at most so many; ties are broken by id. */
  public List<Ranked> rank(Message message, int most) {
    double[] scores = scores(new TreeSet<>(message.tokens().stream().map(t -> t.stem()).toList()));
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        ranked.add(new Ranked(passages.get(i), Math.min(1, scores[i])));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(match -> match.passage().id()));
    return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
  }

  private double[] scores(Set<String> stems) {
    double[] scores = new double[passages.size()];
    double total = 0;
    for (String stem : stems) {
      total += square(rarityOf(stem));
    }
    if (total == 0 || FunctionWords.ALL.containsAll(stems)) {
      return scores;
    }
    try {
      addForms(stems, total, scores);
      for (Map.Entry<String, Double> field : FIELD_WEIGHTS.entrySet()) {
        for (String stem : stems) {
          double share = field.getValue() * square(rarityOf(stem)) / total;
          for (int document : documents(field.getKey(), stem)) {
            scores[passageOfDocument[document]] += share;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
    return scores;
  }

  /** Adds the likeness of the best form: the cosine of the words weighed by their rarity. */
  private void addForms(Set<String> stems, double total, double[] scores) throws IOException {
    double[] common = new double[passageOfDocument.length];
    for (String stem : stems) {
      for (int document : documents(Fields.FORM, stem)) {
        common[document] += square(rarityOf(stem));
      }
    }
    double[] best = new double[scores.length];
    for (int document = 0; document < common.length; document++) {
      if (common[document] > 0) {
        int passage = passageOfDocument[document];
        double cosine = common[document] / Math.sqrt(total * formLength[document]);
        best[passage] = Math.max(best[passage], cosine);
      }
    }
    for (int passage = 0; passage < best.length; passage++) {
      scores[passage] += FORM_WEIGHT * best[passage];
    }
  }

  private int[] documents(String field, String stem) throws IOException {
    var postings =
        reader.postings(new org.apache.lucene.index.Term(field, stem), PostingsEnum.NONE);
    if (postings == null) {
      return new int[0];
    }
    int[] documents = new int[16];
    int count = 0;
    for (int document = postings.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = postings.nextDoc()) {
      if (count == documents.length) {
        documents = Arrays.copyOf(documents, count * 2);
      }
      documents[count++] = document;
    }
    return Arrays.copyOf(documents, count);
  }

  /** How telling a stem is; a stem that no passage holds is as telling as the rarest. */
  private double rarityOf(String stem) {
    return rarity.getOrDefault(stem, rarity.getOrDefault("", 1.0));
  }

  private static double square(double value) {
    return value * value;
  }

  /** Shares of the passages that hold each stem, as log(1 + N/n). */
  static Map<String, Double> rarity(List<Set<String>> stemsOfPassages) {
    Map<String, Integer> holders = new HashMap<>();
    for (Set<String> stems : stemsOfPassages) {
      new HashSet<>(stems).forEach(stem -> holders.merge(stem, 1, Integer::sum));
    }
    Map<String, Double> rarity = new HashMap<>();
    double all = stemsOfPassages.size();
    holders.forEach((stem, count) -> rarity.put(stem, Math.log(1 + all / (1.0 + count))));
    rarity.put("", Math.log(1 + all));
    return rarity;
  }
}
