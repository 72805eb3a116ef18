package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * What a search server does out of the box: BM25 over all the text of each passage, ten best. The
 * floor that benchmarks measure against. Immutable and thread-safe.
 */
public final class PlainSearch {
  private static final String TEXT = "text";
  private static final int BEST = 10;

  private final Analysis analysis;
  private final IndexSearcher searcher;

  /** Indexes the same passages with the same analysis, on the heap. */
  public PlainSearch(List<Passage> passages, Analysis analysis) {
    this.analysis = analysis;
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (Passage passage : passages) {
        StringBuilder text = new StringBuilder();
        for (Fields field : Fields.WHOLE) {
          for (String piece : field.texts().apply(passage)) {
            analysis.analyse(piece).tokens().forEach(t -> text.append(t.stem()).append(' '));
          }
        }
        Document document = new Document();
        document.add(new TextField(TEXT, text.toString(), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(directory));
      searcher.setQueryCache(null);
    } catch (IOException e) {
      throw new UncheckedIOException("building an index in memory", e);
    }
  }

  /** How many passages a message finds, ten at the most. */
  public int search(String text) {
    Message message = analysis.analyse(text);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    message.tokens().stream()
        .map(Token::stem)
        .distinct()
        .limit(IndexSearcher.getMaxClauseCount())
        .forEach(
            stem -> query.add(new TermQuery(new Term(TEXT, stem)), BooleanClause.Occur.SHOULD));
    try {
      return searcher.search(query.build(), BEST).scoreDocs.length;
    } catch (IOException e) {
      throw new UncheckedIOException("reading an index in memory", e);
    }
  }
}
