package backchat.knowledge;

import backchat.knowledge.content.Grade;
import java.util.List;

/**
 * Two rows of one table side by side. Immutable.
 *
 * @param table the table's title
 * @param left the first row's name
 * @param right the second row's name
 * @param lines one a shown column
 * @param grade of the table
 * @param sources ids, each once
 */
public record Comparison(
    String table, String left, String right, List<Line> lines, Grade grade, List<String> sources) {
  /** Copies the lists. */
  public Comparison {
    lines = List.copyOf(lines);
    sources = List.copyOf(sources);
  }

  /**
   * What one column says of both. Immutable.
   *
   * @param label the column's name
   * @param left cell of the first row, possibly empty
   * @param right cell of the second row, possibly empty
   */
  public record Line(String label, String left, String right) {}
}
