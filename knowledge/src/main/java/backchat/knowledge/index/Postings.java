package backchat.knowledge.index;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Which documents hold a term, read out of Lucene's index once, so that a question costs no look-up
 * in its term dictionary. Immutable and thread-safe.
 */
final class Postings {
  private static final int[] NONE = {};

  private final int[][] documents;
  private final int count;

  private Postings(int[][] documents, int count) {
    this.documents = documents;
    this.count = count;
  }

  private Postings(Rarity rarity, int count) {
    this(new int[rarity.terms()][], count);
    Arrays.fill(documents, NONE);
  }

  /** What {@link #write} wrote. */
  static Postings read(ByteBuffer in) {
    return new Postings(CatalogueFile.lists(in), in.getInt());
  }

  void write(DataOutputStream out) throws IOException {
    CatalogueFile.lists(documents, out);
    out.writeInt(count);
  }

  /**
   * The postings of one field.
   *
   * @param first the document from which they are counted; none before it has the field
   * @param count how many there are from it on
   */
  static Postings of(LeafReader reader, String field, Rarity rarity, int first, int count)
      throws IOException {
    Postings postings = new Postings(rarity, count);
    postings.read(reader, field, rarity, -first);
    return postings;
  }

  /**
   * The postings of several fields of the same documents, as if each were a document of its own:
   * first all documents for the first field, then all for the second.
   *
   * @param count how many documents have the fields, the first ones
   */
  static Postings of(LeafReader reader, List<String> fields, Rarity rarity, int count)
      throws IOException {
    Postings postings = new Postings(rarity, fields.size() * count);
    for (int i = 0; i < fields.size(); i++) {
      postings.read(reader, fields.get(i), rarity, i * count);
    }
    return postings;
  }

  private void read(LeafReader reader, String field, Rarity rarity, int shift) throws IOException {
    Terms terms = reader.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      int number = rarity.number(term.utf8ToString());
      int before = documents[number].length;
      int[] holders = Arrays.copyOf(documents[number], before + all.docFreq());
      postings = all.postings(postings, PostingsEnum.NONE);
      for (int i = before; i < holders.length; i++) {
        holders[i] = postings.nextDoc() + shift;
      }
      documents[number] = holders;
    }
  }

  /** How many documents there are. */
  int count() {
    return count;
  }

  /** The documents that hold a term, in order; not to be changed. */
  int[] of(int term) {
    return term == Rarity.NOWHERE ? NONE : documents[term];
  }
}
