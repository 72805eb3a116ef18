package backchat.knowledge.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of the knowledge: its descriptor and its rows. Immutable.
 *
 * @param id the file's name without its ending
 * @param title what it is about
 * @param question the question that the whole table answers
 * @param alsoAsked other phrasings of that question
 * @param sources ids of the sources of the whole table
 * @param grade of rows that name none of their own
 * @param key name of the column that names rows; rows that share a key belong together
 * @param titleColumn name of the column that is the row's title
 * @param sourcesColumn name of the column with the row's own source ids, if any
 * @param gradeColumn name of the column with the row's own grade, if any
 * @param rowQuestion template of a row's question, with {@code {column}} for a cell
 * @param rowAlsoAsked templates of other phrasings of it
 * @param columns in the order of the file
 * @param rows in the order of the file, each with one cell a column
 * @param reviewed when it was last reviewed
 * @param reviewBy when it should be reviewed again
 * @param file the CSV file, relative to the content folder
 */
public record Table(
    String id,
    String title,
    String question,
    List<String> alsoAsked,
    List<String> sources,
    Grade grade,
    String key,
    String titleColumn,
    Optional<String> sourcesColumn,
    Optional<String> gradeColumn,
    String rowQuestion,
    List<String> rowAlsoAsked,
    List<Column> columns,
    List<List<String>> rows,
    LocalDate reviewed,
    LocalDate reviewBy,
    String file) {
  /** Copies the lists. */
  public Table {
    alsoAsked = List.copyOf(alsoAsked);
    sources = List.copyOf(sources);
    rowAlsoAsked = List.copyOf(rowAlsoAsked);
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * One column. Immutable.
   *
   * @param name as in the header of the CSV file
   * @param label as askers see it
   * @param shown whether askers see it
   * @param searched whether its cells can be found
   */
  public record Column(String name, String label, boolean shown, boolean searched) {}

  /** The rows' keys in the order of the file, each once. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.add(cell(row, key)));
    return keys;
  }

  /** The rows with that key in the order of the file; empty when there is none. */
  public List<List<String>> rows(String rowKey) {
    return rows.stream().filter(row -> cell(row, key).equals(rowKey)).toList();
  }

  /**
   * The cell of a row under the column of that name.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public String cell(List<String> row, String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return row.get(i);
      }
    }
    throw new IllegalArgumentException("no column " + column + " in table " + id);
  }

  /** Those rows with their shown columns, the title column first. */
  public Block.Rows shown(List<List<String>> chosen) {
    List<Column> shown = new ArrayList<>();
    columns.stream().filter(column -> column.name().equals(titleColumn)).forEach(shown::add);
    columns.stream()
        .filter(column -> column.shown() && !column.name().equals(titleColumn))
        .forEach(shown::add);
    return new Block.Rows(
        title,
        shown.stream().map(Column::label).toList(),
        chosen.stream()
            .map(row -> shown.stream().map(column -> cell(row, column.name())).toList())
            .toList());
  }

  /** A template with each {@code {column}} replaced by the row's cell. */
  String filled(String template, List<String> row) {
    String text = template;
    for (int i = 0; i < columns.size(); i++) {
      text = text.replace("{" + columns.get(i).name() + "}", row.get(i));
    }
    return text;
  }
}
