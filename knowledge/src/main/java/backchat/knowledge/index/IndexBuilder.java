package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/** Builds the Lucene index of an edition on the heap. Confined to one thread. */
final class IndexBuilder {
  private static final double RAM_MEGABYTES = 64;

  private final List<Passage> passages;
  private final List<String> offTopic;
  private final Analysis analysis;
  private final Map<String, float[]> vectors;
  private final List<Collection<String>> formTerms = new ArrayList<>();
  private final List<Set<String>> termsOfPassages = new ArrayList<>();

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

  Catalogue build() throws IOException {
    int[] firstForms = new int[passages.size() + 1];
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(new KeywordAnalyzer()).setRAMBufferSizeMB(RAM_MEGABYTES))) {
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
    return read(reader.leaves().getFirst().reader(), firstForms);
  }

  private Catalogue read(LeafReader reader, int[] firstForms) throws IOException {
    Rarity rarity = new Rarity(termsOfPassages, formTerms);
    List<String> fields = Fields.WHOLE.stream().map(Fields::name).toList();
    List<String> forms = new ArrayList<>();
    passages.forEach(passage -> forms.addAll(passage.questions()));
    forms.addAll(offTopic);
    return new Catalogue(
        rarity,
        firstForms,
        formTerms.stream()
            .mapToDouble(terms -> 1 / Math.sqrt(Math.max(1e-9, rarity.sum(terms))))
            .toArray(),
        Postings.of(reader, Fields.FORM, rarity, passages.size(), formTerms.size()),
        Postings.of(reader, fields, rarity, passages.size()),
        words(reader),
        vectors(forms),
        vectors(passages.stream().map(IndexBuilder::answered).toList()));
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

  private Optional<Vectors> vectors(List<String> texts) {
    return vectors.isEmpty()
        ? Optional.empty()
        : Optional.of(new Vectors(texts.stream().map(vectors::get).toList()));
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
    return document;
  }
}
