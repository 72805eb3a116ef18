package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Builds the Lucene index of an edition on the heap. Confined to one thread. */
final class IndexBuilder {
  /** Vectors are compared one by one, which is exact; no graph is built for fewer than these. */
  private static final int NO_GRAPH_BELOW = Integer.MAX_VALUE - 1;

  private static final double RAM_MEGABYTES = 64;

  private final List<Passage> passages;
  private final List<String> offTopic;
  private final Analysis analysis;
  private final Map<String, float[]> vectors;
  private final List<Integer> owners = new ArrayList<>();
  private final List<Collection<String>> formTerms = new ArrayList<>();
  private final List<Set<String>> termsOfPassages = new ArrayList<>();

  /**
   * @param offTopic questions that no passage answers
   * @param vectors of the texts that {@link #texts} names; none for words alone
   */
  IndexBuilder(
      List<Passage> passages,
      List<String> offTopic,
      Analysis analysis,
      Map<String, float[]> vectors) {
    this.passages = passages;
    this.offTopic = offTopic;
    this.analysis = analysis;
    this.vectors = vectors;
  }

  /** The texts of which vectors are kept. */
  static List<String> texts(List<Passage> passages, List<String> offTopic) {
    List<String> texts = new ArrayList<>(offTopic);
    for (Passage passage : passages) {
      texts.addAll(passage.questions());
      texts.add(answered(passage));
    }
    return texts;
  }

  private static String answered(Passage passage) {
    return passage.question() + " " + passage.shortAnswer();
  }

  Segment build() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setCodec(new ExactCodec())
            .setUseCompoundFile(false)
            .setRAMBufferSizeMB(RAM_MEGABYTES);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < passages.size(); i++) {
        writer.addDocument(whole(passages.get(i)));
        owners.add(i);
        formTerms.add(List.of());
      }
      for (int i = 0; i < passages.size(); i++) {
        for (String question : passages.get(i).questions()) {
          writer.addDocument(
              form(question, Fields.FORM, Fields.FORM_VECTOR, termsOfPassages.get(i)));
          owners.add(i);
        }
      }
      for (String question : offTopic) {
        writer.addDocument(
            form(question, Fields.OFF_TOPIC, Fields.OFF_TOPIC_VECTOR, new HashSet<>()));
        owners.add(-1);
      }
      writer.forceMerge(1);
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    if (reader.leaves().size() != 1) {
      throw new IllegalStateException("an edition is one segment, not " + reader.leaves().size());
    }
    Rarity rarity = new Rarity(termsOfPassages);
    return Segment.of(
        reader.leaves().getFirst().reader(),
        passages.size(),
        owners.stream().mapToInt(Integer::intValue).toArray(),
        formTerms.stream().mapToDouble(terms -> Math.max(1e-9, rarity.sum(terms))).toArray());
  }

  private Document whole(Passage passage) {
    Document document = new Document();
    Set<String> all = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Fields field : Fields.WHOLE) {
      Set<String> stems = new HashSet<>();
      for (String text : field.texts().apply(passage)) {
        for (Token token : analysis.analyse(text).tokens()) {
          stems.add(token.stem());
          words.add(token.word());
        }
      }
      all.addAll(stems);
      stems.forEach(stem -> document.add(new StringField(field.name(), stem, Field.Store.NO)));
    }
    words.forEach(word -> document.add(new StringField(Fields.WORD, word, Field.Store.NO)));
    addVector(document, Fields.ANSWER_VECTOR, answered(passage));
    termsOfPassages.add(all);
    return document;
  }

  private Document form(
      String question, String termField, String vectorField, Set<String> ofPassage) {
    Document document = new Document();
    Message message = analysis.analyse(question);
    List<String> stems = message.tokens().stream().map(Token::stem).toList();
    Set<String> terms = new LinkedHashSet<>(stems);
    terms.addAll(QueryReader.pairs(stems));
    terms.forEach(term -> document.add(new StringField(termField, term, Field.Store.NO)));
    addVector(document, vectorField, question);
    ofPassage.addAll(terms);
    formTerms.add(List.copyOf(terms));
    return document;
  }

  private void addVector(Document document, String field, String text) {
    float[] vector = vectors.get(text);
    if (vector != null) {
      document.add(
          new KnnFloatVectorField(
              field, Arrays.copyOf(vector, vector.length), VectorSimilarityFunction.DOT_PRODUCT));
    }
  }

  Rarity rarity() {
    return new Rarity(termsOfPassages);
  }

  /** Lucene's own codec, with vectors kept flat. */
  private static final class ExactCodec extends Lucene104Codec {
    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return new Lucene99HnswVectorsFormat(16, 100, 1, null, NO_GRAPH_BELOW);
    }
  }
}
