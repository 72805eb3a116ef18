package backchat.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentReader;
import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.junit.jupiter.api.Test;

/** The vectors of an edition: that they are fields of its one index, and how they are compared. */
final class VectorsTest {
  private static final int DIMENSIONS = 384;
  private static final Content CONTENT =
      ContentReader.read(Path.of("content"), LocalDate.of(2026, 11, 21)).content().orElseThrow();
  private static final List<Passage> PASSAGES = CONTENT.passages();
  private static final List<String> OFF_TOPIC = List.of("how do I fix my bicycle", "who won");

  private static LeafReader index(Map<String, byte[]> vectors) throws IOException {
    return new IndexBuilder(PASSAGES, OFF_TOPIC, Analysis.of(CONTENT.language()), vectors).write();
  }

  /** A vector for each text, always the same. */
  private static Map<String, byte[]> vectors() {
    return IndexBuilder.texts(PASSAGES, OFF_TOPIC).stream()
        .distinct()
        .collect(Collectors.toMap(Function.identity(), text -> vector(text.hashCode())));
  }

  private static byte[] vector(int seed) {
    byte[] vector = new byte[DIMENSIONS];
    new Random(seed).nextBytes(vector);
    return vector;
  }

  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    PASSAGES.forEach(passage -> forms.addAll(passage.questions()));
    forms.addAll(OFF_TOPIC);
    return forms;
  }

  /** The vectors of a field by document; a document without one has null. */
  private static List<byte[]> kept(LeafReader reader, String field) throws IOException {
    byte[][] kept = new byte[reader.maxDoc()][];
    ByteVectorValues values = reader.getByteVectorValues(field);
    KnnVectorValues.DocIndexIterator documents = values.iterator();
    while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      kept[documents.docID()] = values.vectorValue(documents.index()).clone();
    }
    return Arrays.asList(kept);
  }

  @Test
  void theIndexHoldsTheVectorOfEachQuestionAndOfQuestionWithAnswer() throws Exception {
    Map<String, byte[]> vectors = vectors();
    LeafReader reader = index(vectors);
    List<byte[]> ofForms = kept(reader, "form-vector");
    List<byte[]> ofAnswers = kept(reader, "answer-vector");
    assertThat(reader.maxDoc()).isEqualTo(PASSAGES.size() + forms().size());
    for (int i = 0; i < PASSAGES.size(); i++) {
      Passage passage = PASSAGES.get(i);
      assertThat(ofAnswers.get(i))
          .isEqualTo(vectors.get(passage.question() + " " + passage.shortAnswer()));
      assertThat(ofForms.get(i)).isNull();
    }
    for (int i = 0; i < forms().size(); i++) {
      assertThat(ofForms.get(PASSAGES.size() + i)).isEqualTo(vectors.get(forms().get(i)));
      assertThat(ofAnswers.get(PASSAGES.size() + i)).isNull();
    }
  }

  @Test
  void theIndexHoldsNoVectorsForWordsAlone() throws Exception {
    LeafReader reader = index(Map.of());
    assertThat(reader.getFieldInfos().hasVectorValues()).isFalse();
    assertThat(Vectors.of(reader, "form-vector")).isEmpty();
  }

  @Test
  void eachVectorIsComparedExactly() throws Exception {
    Map<String, byte[]> vectors = vectors();
    List<byte[]> ofForms =
        forms().stream().map(vectors::get).collect(Collectors.toCollection(ArrayList::new));
    byte[] asked = vector(7);
    double[] cosines = Vectors.of(index(vectors), "form-vector").orElseThrow().cosines(asked);
    assertThat(cosines).hasSameSizeAs(ofForms);
    for (int i = 0; i < cosines.length; i++) {
      double lengths = 1 / Math.sqrt(product(asked, asked));
      double other = 1 / Math.sqrt(product(ofForms.get(i), ofForms.get(i)));
      assertThat(cosines[i]).isEqualTo(product(asked, ofForms.get(i)) * lengths * other);
    }
  }

  @Test
  void theGreatestNumbersOverflowNothing() throws Exception {
    byte[] most = new byte[DIMENSIONS];
    Arrays.fill(most, Byte.MIN_VALUE);
    Map<String, byte[]> vectors = vectors();
    vectors.replaceAll((text, vector) -> most);
    double[] cosines = Vectors.of(index(vectors), "answer-vector").orElseThrow().cosines(most);
    assertThat(cosines).hasSameSizeAs(PASSAGES);
    assertThat(Arrays.stream(cosines).min().orElseThrow()).isEqualTo(1, within(1e-12));
    assertThat(Arrays.stream(cosines).max().orElseThrow()).isEqualTo(1, within(1e-12));
  }

  private static int product(byte[] one, byte[] other) {
    int product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return product;
  }
}
