package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Builds the Lucene index of an edition on the heap. Confined to one thread. */
final class IndexBuilder {
  private final List<Passage> passages;
  private final Analysis analysis;
  private final List<Integer> owners = new ArrayList<>();
  private final List<Set<String>> formStems = new ArrayList<>();
  private Map<String, Double> rarity = Map.of();

  IndexBuilder(List<Passage> passages, Analysis analysis) {
    this.passages = passages;
    this.analysis = analysis;
  }

  LeafReader build() throws IOException {
    List<Set<String>> stemsOfPassages = new ArrayList<>();
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < passages.size(); i++) {
        Set<String> all = new HashSet<>();
        add(writer, passages.get(i), i, all);
        stemsOfPassages.add(all);
      }
      writer.forceMerge(1);
    }
    rarity = PassageIndex.rarity(stemsOfPassages);
    DirectoryReader reader = DirectoryReader.open(directory);
    if (reader.leaves().size() > 1) {
      throw new IllegalStateException("an edition is one segment, not " + reader.leaves().size());
    }
    return reader.leaves().isEmpty() ? null : reader.leaves().getFirst().reader();
  }

  private void add(IndexWriter writer, Passage passage, int position, Set<String> all)
      throws IOException {
    for (String form : passage.questions()) {
      Set<String> stems = new HashSet<>(analysis.stems(form));
      all.addAll(stems);
      writer.addDocument(document(Fields.FORM, stems));
      owners.add(position);
      formStems.add(stems);
    }
    Document whole = new Document();
    for (Fields field : Fields.WHOLE) {
      Set<String> stems = new HashSet<>();
      field.texts().apply(passage).forEach(text -> stems.addAll(analysis.stems(text)));
      all.addAll(stems);
      stems.forEach(stem -> whole.add(new StringField(field.name(), stem, Field.Store.NO)));
    }
    writer.addDocument(whole);
    owners.add(position);
    formStems.add(Set.of());
  }

  private static Document document(String field, Set<String> stems) {
    Document document = new Document();
    stems.forEach(stem -> document.add(new StringField(field, stem, Field.Store.NO)));
    return document;
  }

  /** For each document the position of its passage. */
  int[] passageOfDocument() {
    return owners.stream().mapToInt(Integer::intValue).toArray();
  }

  /** For each document the sum of its stems' squared rarities; 1 where it is no form. */
  double[] formLengths() {
    double[] lengths = new double[formStems.size()];
    for (int i = 0; i < lengths.length; i++) {
      for (String stem : formStems.get(i)) {
        lengths[i] += rarity.get(stem) * rarity.get(stem);
      }
      lengths[i] = lengths[i] == 0 ? 1 : lengths[i];
    }
    return lengths;
  }

  Map<String, Double> rarity() {
    return rarity;
  }
}
