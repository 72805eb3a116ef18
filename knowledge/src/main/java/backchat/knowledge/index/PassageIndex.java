package backchat.knowledge.index;

import backchat.knowledge.content.Language;
import backchat.knowledge.content.Passage;
import backchat.knowledge.keeping.KeptFile;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.meaning.Meaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the passages most like a message. Immutable and thread-safe. */
public final class PassageIndex {
  private static final Logger LOG = LoggerFactory.getLogger(PassageIndex.class);
  private static final int DECIDING = 3;

  /** Vectors take some 5 ms each: beyond this, words alone. */
  private static final int MOST_TEXTS = 60_000;

  private final List<Passage> passages;
  private final QueryReader queries;
  private final Measures measures;
  private final Optional<Meaning> meaning;
  private final Model model;
  private final VeryWords veryWords;
  private final int[] firstForms;
  private final boolean veryWordsDecide;

  private PassageIndex(
      List<Passage> passages,
      QueryReader queries,
      Catalogue catalogue,
      Measures measures,
      Optional<Meaning> meaning) {
    this.passages = passages;
    this.queries = queries;
    this.measures = measures;
    this.meaning = meaning;
    this.model = Model.load(meaning.isPresent());
    this.veryWords = new VeryWords(catalogue);
    this.firstForms = catalogue.firstForms();
    this.veryWordsDecide = model.veryWordsDecide();
  }

  /**
   * Builds an index on the heap; it needs no closing.
   *
   * @param passages in any order; at least one
   * @param offered computes sentence vectors; empty for words alone, which are used also for more
   *     than 60,000 texts
   * @param vectors the file in which vectors are kept between starts
   * @param kept in which what the index holds is kept under a key that stands for all of this, the
   *     program included; empty to build it anew
   */
  public static PassageIndex of(
      List<Passage> passages,
      Analysis analysis,
      Language language,
      Optional<Meaning> offered,
      Optional<Path> vectors,
      Optional<KeptFile> kept) {
    List<Passage> sorted = passages.stream().sorted(Comparator.comparing(Passage::id)).toList();
    List<String> texts = IndexBuilder.texts(sorted, language.offTopic());
    Optional<Meaning> meaning = offered.filter(m -> texts.size() <= MOST_TEXTS);
    if (offered.isPresent() && meaning.isEmpty()) {
      LOG.warn("{} texts are too many for sentence vectors, words alone are used", texts.size());
    }
    Supplier<Catalogue> building =
        () -> {
          Map<String, byte[]> known = meaning.map(m -> m.vectors(texts, vectors)).orElse(Map.of());
          return new IndexBuilder(sorted, language.offTopic(), analysis, known).build();
        };
    Catalogue catalogue = kept.map(file -> CatalogueFile.get(file, building)).orElseGet(building);
    Spelling spelling = new Spelling(catalogue.words(), language.elsewhere());
    Synonyms synonyms = new Synonyms(language.synonyms(), analysis, catalogue.rarity());
    QueryReader queries =
        new QueryReader(analysis, spelling, synonyms, catalogue.rarity(), language.elsewhere());
    return new PassageIndex(
        sorted, queries, catalogue, new Measures(catalogue, synonyms.phrases()), meaning);
  }

  /** The passages, best first, at most so many, with confidences; ties are broken by id. */
  public Ranking rank(Message message, int most) {
    Sample sample = sample(message, false);
    if (sample.query().slots().isEmpty()) {
      return new Ranking(List.of(), 0, 0, Ranking.Verdict.NOT_FOUND);
    }
    double[] scores = sample.features().scores(model.measures());
    int[] best = Features.best(scores, Math.max(most, DECIDING));
    double[] evidence = evidence(sample, scores, best);
    double first = model.first().probability(evidence);
    double any = Math.max(first, model.any().probability(evidence));
    Ranking.Verdict verdict =
        sample.query().content() == 0
            ? Ranking.Verdict.NOT_FOUND
            : first >= model.found()
                ? Ranking.Verdict.FOUND
                : any >= model.offered() ? Ranking.Verdict.UNSURE : Ranking.Verdict.NOT_FOUND;
    return new Ranking(scored(sample, scores, best, first, any, most), first, any, verdict);
  }

  /**
   * Whether {@link #rank} puts a passage first for one of its own questions. Costs far less where
   * that is plain, as it mostly is.
   *
   * @param number of the question among {@link Passage#questions}
   */
  public boolean isFirst(Passage passage, int number, Analysis analysis) {
    String question = passage.questions().get(number);
    Message message = analysis.analyse(question);
    int position = position(passage);
    if (veryWordsDecide && message.text().equals(question) && Asking.of(message).part().isEmpty()) {
      int form = firstForms[position] + number;
      if (veryWords.areOnly(position, form, queries.read(message))) {
        return true;
      }
    }
    return isFirstByWords(position, message) || isFirst(passage, message);
  }

  /** Whether a passage is so far ahead by words that meaning cannot bring another before it. */
  private boolean isFirstByWords(int position, Message message) {
    if (!hasMeaning()) {
      return false;
    }
    double[] scores = sample(message, false, false).features().scores(model.measures());
    int[] best = Features.best(scores, 2);
    return best[0] == position
        && best.length == 2
        && scores[best[0]] - scores[best[1]] > model.mostByMeaning();
  }

  private boolean isFirst(Passage passage, Message message) {
    List<Ranking.Scored> matches = rank(message, 1).matches();
    return !matches.isEmpty() && matches.getFirst().passage().id().equals(passage.id());
  }

  /**
   * The passages, best first, for a message that leans on a passage shown before it; nothing is
   * found when it speaks of something else.
   *
   * @param joined the message together with that passage's question
   * @param before a passage of this index
   */
  public Ranking rankContinued(Message message, Message joined, Passage before) {
    Sample sample = sample(message, false);
    double[] alone = sample.features().scores(model.measures());
    double[] evidence = evidence(sample, alone, Features.best(alone, DECIDING));
    boolean foreign = sample.query().elsewhere() > 0 || sample.query().unknown() > 0;
    double any = foreign ? 0 : model.any().probability(evidence);
    double[] together = sample(joined, false).features().scores(model.measures());
    Continued continued = new Continued(alone, together, any, position(before));
    return continued.ranking(passages);
  }

  private int position(Passage passage) {
    return Collections.binarySearch(passages, passage, Comparator.comparing(Passage::id));
  }

  private List<Ranking.Scored> scored(
      Sample sample, double[] scores, int[] best, double first, double any, int most) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[best[0]]);
    }
    List<Ranking.Scored> scored = new ArrayList<>();
    double confidence = first;
    for (int place = 0; place < Math.min(most, best.length); place++) {
      int passage = best[place];
      if (place > 0) {
        confidence = Math.min(confidence, any * Math.exp(scores[passage] - scores[best[0]]) / sum);
      }
      scored.add(
          new Ranking.Scored(
              passages.get(passage),
              confidence,
              IntStream.range(0, sample.features().measures())
                  .mapToObj(measure -> sample.features().get(measure, passage))
                  .toList()));
    }
    return scored;
  }

  /**
   * A message with its measures, for learning. Immutable.
   *
   * @param query what it asks for
   * @param features its likeness to every passage, by position in {@link #passages}
   * @param offTopic its likeness to questions that no passage answers
   * @param asking the same of the part that asks
   */
  public record Sample(Query query, Features features, OffTopic offTopic, OffTopic asking) {}

  /**
   * Measures a message without judging it.
   *
   * @param unseen whether an off-topic question that is the message itself is passed over, so that
   *     learning from it does not know it by heart
   */
  public Sample sample(Message message, boolean unseen) {
    return sample(message, unseen, hasMeaning());
  }

  private Sample sample(Message message, boolean unseen, boolean withMeaning) {
    Asking asking = Asking.of(message);
    Optional<Reading> part =
        asking.part().map(p -> read(p, withMeaning)).filter(p -> !p.query().slots().isEmpty());
    return measures.measure(read(asking.near(), withMeaning), part, unseen);
  }

  private Reading read(Message message, boolean withMeaning) {
    Query query = queries.read(message);
    boolean vector = withMeaning && !query.slots().isEmpty();
    return new Reading(query, vector ? meaning.orElseThrow().vector(message.text()) : null);
  }

  /** What the confidences of a sample are made of, by {@link Evidence#names}. */
  public double[] evidence(Sample sample, double[] scores, int[] best) {
    return Evidence.of(sample, scores, best);
  }

  /** The passages in the order of positions. */
  public List<Passage> passages() {
    return passages;
  }

  /** The names of the measures, in the order of {@link Ranking.Scored#measures}. */
  public List<String> measureNames() {
    return hasMeaning()
        ? java.util.stream.Stream.concat(Features.WORDS.stream(), Features.MEANING.stream())
            .toList()
        : Features.WORDS;
  }

  /** Whether sentence vectors are used. */
  public boolean hasMeaning() {
    return meaning.isPresent();
  }
}
