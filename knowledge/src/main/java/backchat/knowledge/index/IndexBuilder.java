package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/** Builds the Lucene index of an edition on the heap. Confined to one thread. */
final class IndexBuilder {
  private static final double RAM_MEGABYTES = 64;

  /** No index is so large that a graph is laid over its vectors: they are compared one by one. */
  private static final int NO_GRAPH = Integer.MAX_VALUE;

  private final List<Passage> passages;
  private final List<String> offTopic;
  private final Analysis analysis;
  private final Map<String, byte[]> vectors;
  private final List<Collection<String>> formTerms = new ArrayList<>();
  private final List<Set<String>> termsOfPassages = new ArrayList<>();
  private final int[] firstForms;

  /** Each text is needed twice: for its passage and for itself. */
  private final Map<String, Message> analysed = new HashMap<>();

  /**
   * @param offTopic questions that no passage answers
   * @param vectors of the texts that {@link #texts} names; none for words alone
   */
  IndexBuilder(
      List<Passage> passages,
      List<String> offTopic,
      Analysis analysis,
      Map<String, byte[]> vectors) {
    this.passages = passages;
    this.offTopic = offTopic;
    this.analysis = analysis;
    this.vectors = vectors;
    this.firstForms = new int[passages.size() + 1];
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

  Catalogue build() {
    try {
      return read(write());
    } catch (IOException e) {
      throw new UncheckedIOException("building an index in memory", e);
    }
  }

  /** The index: a document for each passage, and behind them one for each question, in order. */
  LeafReader write() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, config())) {
      for (Passage passage : passages) {
        writer.addDocument(whole(passage));
      }
      for (int i = 0; i < passages.size(); i++) {
        firstForms[i] = formTerms.size();
        for (String question : passages.get(i).questions()) {
          writer.addDocument(form(question, termsOfPassages.get(i)));
        }
      }
      firstForms[passages.size()] = formTerms.size();
      for (String question : offTopic) {
        writer.addDocument(form(question, new HashSet<>()));
      }
      writer.forceMerge(1);
    }
    DirectoryReader reader = DirectoryReader.open(directory);
    if (reader.leaves().size() != 1) {
      throw new IllegalStateException("an edition is one segment, not " + reader.leaves().size());
    }
    return reader.leaves().getFirst().reader();
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setRAMBufferSizeMB(RAM_MEGABYTES)
        .setMergePolicy(new LogDocMergePolicy()) // others change the order of documents
        .setUseCompoundFile(false) // else the only segment would be written anew
        .setCodec(
            new Lucene104Codec() {
              @Override
              public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return new Lucene99HnswVectorsFormat(
                    Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                    Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                    Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                    null,
                    NO_GRAPH);
              }
            });
  }

  private Catalogue read(LeafReader reader) throws IOException {
    Rarity rarity = new Rarity(termsOfPassages, formTerms);
    List<String> fields = Fields.WHOLE.stream().map(Fields::name).toList();
    return new Catalogue(
        rarity,
        firstForms,
        formTerms.stream()
            .mapToDouble(terms -> 1 / Math.sqrt(Math.max(1e-9, rarity.sum(terms))))
            .toArray(),
        Postings.of(reader, Fields.FORM, rarity, passages.size(), formTerms.size()),
        Postings.of(reader, fields, rarity, passages.size()),
        words(reader),
        Vectors.of(reader, Fields.FORM_VECTOR),
        Vectors.of(reader, Fields.ANSWER_VECTOR));
  }

  /** In how many passages each word stands, as it is written. */
  private static Map<String, Integer> words(LeafReader reader) throws IOException {
    Map<String, Integer> words = new HashMap<>();
    Terms terms = reader.terms(Fields.WORD);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (BytesRef word = all.next(); word != null; word = all.next()) {
        words.put(word.utf8ToString(), all.docFreq());
      }
    }
    return words;
  }

  private void addVector(Document document, String field, String text) {
    if (!vectors.isEmpty()) {
      document.add(
          new KnnByteVectorField(field, vectors.get(text), VectorSimilarityFunction.COSINE));
    }
  }

  private Document whole(Passage passage) {
    Document document = new Document();
    Set<String> all = new HashSet<>();
    Set<String> words = new HashSet<>();
    for (Fields field : Fields.WHOLE) {
      Set<String> stems = new HashSet<>();
      for (String text : field.texts().apply(passage)) {
        for (Token token : analysed(text).tokens()) {
          stems.add(token.stem());
          words.add(token.word());
        }
      }
      all.addAll(stems);
      stems.forEach(stem -> document.add(new StringField(field.name(), stem, Field.Store.NO)));
    }
    words.forEach(word -> document.add(new StringField(Fields.WORD, word, Field.Store.NO)));
    termsOfPassages.add(all);
    addVector(document, Fields.ANSWER_VECTOR, answered(passage));
    return document;
  }

  private Message analysed(String text) {
    return analysed.computeIfAbsent(text, analysis::analyse);
  }

  private Document form(String question, Set<String> ofPassage) {
    Document document = new Document();
    List<String> stems = analysed(question).tokens().stream().map(Token::stem).toList();
    Set<String> terms = new LinkedHashSet<>(stems);
    terms.addAll(QueryReader.pairs(stems));
    terms.forEach(term -> document.add(new StringField(Fields.FORM, term, Field.Store.NO)));
    ofPassage.addAll(terms);
    formTerms.add(List.copyOf(terms));
    addVector(document, Fields.FORM_VECTOR, question);
    return document;
  }
}
