package backchat.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Which documents hold a term, read out of Lucene's index once, so that a question costs no look-up
 * in its term dictionary. Immutable and thread-safe.
 */
final class Postings {
  private static final int[] NONE = {};

  private final int[][] documents;

  /**
   * @param first the document from which they are counted; none before it has the field
   */
  Postings(LeafReader reader, String field, Rarity rarity, int first) throws IOException {
    documents = new int[rarity.terms()][];
    Arrays.fill(documents, NONE);
    Terms terms = reader.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum all = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = all.next(); term != null; term = all.next()) {
      int[] holders = new int[all.docFreq()];
      int count = 0;
      postings = all.postings(postings, PostingsEnum.NONE);
      for (int document = postings.nextDoc();
          document != DocIdSetIterator.NO_MORE_DOCS;
          document = postings.nextDoc()) {
        holders[count++] = document - first;
      }
      documents[rarity.number(term.utf8ToString())] = holders;
    }
  }

  /** The documents that hold a term, in order; not to be changed. */
  int[] of(int term) {
    return term == Rarity.NOWHERE ? NONE : documents[term];
  }
}
