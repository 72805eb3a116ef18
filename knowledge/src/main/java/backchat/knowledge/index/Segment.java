package backchat.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.VectorScorer;

/**
 * The one segment of an edition's Lucene index, with what Lucene does not keep. Immutable and
 * thread-safe.
 *
 * @param reader of the segment
 * @param passages how many passages there are; the first documents are the passages as a whole, in
 *     their order, the others their forms and then off-topic questions
 * @param owners for each document the position of its passage; -1 for off-topic questions
 * @param formLengths for each form the length of its vector of words; 1 for other documents
 * @param postings by field
 */
record Segment(
    LeafReader reader,
    int passages,
    int[] owners,
    double[] formLengths,
    Map<String, Postings> postings) {

  static Segment of(LeafReader reader, int passages, int[] owners, double[] formLengths)
      throws IOException {
    Map<String, Postings> postings = new HashMap<>();
    postings.put(Fields.FORM, new Postings(reader, Fields.FORM));
    postings.put(Fields.OFF_TOPIC, new Postings(reader, Fields.OFF_TOPIC));
    for (Fields field : Fields.WHOLE) {
      postings.put(field.name(), new Postings(reader, field.name()));
    }
    return new Segment(reader, passages, owners, formLengths, postings);
  }

  /** Is told of each document's cosine. */
  @FunctionalInterface
  interface CosineVisitor {
    void visit(int document, double cosine);
  }

  void visitVectors(String field, float[] vector, CosineVisitor visitor) {
    try {
      FloatVectorValues values = reader.getFloatVectorValues(field);
      if (values == null) {
        return;
      }
      VectorScorer scorer = values.scorer(vector);
      DocIdSetIterator documents = scorer.iterator();
      for (int document = documents.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = documents.nextDoc()) {
        // Lucene's score of a dot product is (1 + cosine) / 2
        visitor.visit(document, 2 * scorer.score() - 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
  }
}
