package backchat.knowledge.content;

import java.util.List;

/** How much room a passage takes in a message. Immutable. */
final class PassageSize {
  /**
   * The most that a passage may take, in UTF-16 units. Telegram allows 4,096 a message; the rest is
   * for sources, disclaimer and labels.
   */
  static final int LONGEST = 3_200;

  private PassageSize() {}

  static int of(Passage passage) {
    int size = passage.question().length() + passage.cautions().map(String::length).orElse(0);
    for (Block block : passage.blocks()) {
      size += of(block);
    }
    return size;
  }

  static int of(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph.text().length() + 2;
      case Block.Points points -> points.items().stream().mapToInt(i -> i.length() + 4).sum();
      case Block.Rows rows -> rows.title().length() + 4 + cells(rows.labels(), rows.rows());
    };
  }

  private static int cells(List<String> labels, List<List<String>> rows) {
    int size = 0;
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        size += row.get(i).isEmpty() ? 0 : labels.get(i).length() + row.get(i).length() + 4;
      }
    }
    return size;
  }
}
