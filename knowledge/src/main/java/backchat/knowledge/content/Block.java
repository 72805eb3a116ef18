package backchat.knowledge.content;

import java.util.List;

/**
 * One piece of a passage's text, without any markup: each platform escapes and lays it out itself.
 * Immutable.
 */
public sealed interface Block {
  /**
   * Running text.
   *
   * @param text one paragraph, no line breaks
   */
  record Paragraph(String text) implements Block {}

  /**
   * A list of points or steps.
   *
   * @param ordered whether the points are numbered steps
   * @param items at least one, each without line breaks
   */
  record Points(boolean ordered, List<String> items) implements Block {
    /** Copies the items. */
    public Points {
      items = List.copyOf(items);
    }
  }

  /**
   * Rows of a table, with what each cell is called.
   *
   * @param title what the table is about
   * @param labels names of the shown columns, the first being the row's own name
   * @param rows at least one, each with as many cells as there are labels; a cell may be empty
   */
  record Rows(String title, List<String> labels, List<List<String>> rows) implements Block {
    /** Copies the lists. */
    public Rows {
      labels = List.copyOf(labels);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
