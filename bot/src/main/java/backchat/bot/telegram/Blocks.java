package backchat.bot.telegram;

import backchat.knowledge.content.Block;
import java.util.ArrayList;
import java.util.List;

/** Blocks of text as Telegram's HTML. Immutable. */
final class Blocks {
  /** Rows whose names are bold; more would use up the entities of a message. */
  private static final int MOST_BOLD = 40;

  private static final String BETWEEN = "\n\n";

  private Blocks() {}

  /** As many blocks as fit; the one that does not is cut at the end of a sentence or a line. */
  static Html of(List<Block> blocks, int room) {
    List<Html> parts = new ArrayList<>();
    int used = 0;
    for (Block block : blocks) {
      int left = room - used - (parts.isEmpty() ? 0 : BETWEEN.length());
      Html part = of(block);
      if (part.length() > left) {
        parts.add(cut(block, left));
        break;
      }
      parts.add(part);
      used = room - left + part.length();
    }
    return Html.joined(BETWEEN, parts);
  }

  private static Html of(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> Html.text(paragraph.text());
      case Block.Points points -> Html.joined("\n", lines(points));
      case Block.Rows rows -> Html.joined("\n", lines(rows));
    };
  }

  private static Html cut(Block block, int room) {
    return switch (block) {
      case Block.Paragraph paragraph -> Html.text(Shorten.toSentence(paragraph.text(), room));
      case Block.Points points -> fitting(lines(points), room);
      case Block.Rows rows -> fitting(lines(rows), room);
    };
  }

  private static Html fitting(List<Html> lines, int room) {
    List<Html> shown = new ArrayList<>();
    int used = 0;
    for (Html line : lines) {
      used += line.length() + 1;
      if (used > room) {
        break;
      }
      shown.add(line);
    }
    return Html.joined("\n", shown);
  }

  private static List<Html> lines(Block.Points points) {
    List<Html> lines = new ArrayList<>();
    for (int i = 0; i < points.items().size(); i++) {
      lines.add(Html.text((points.ordered() ? (i + 1) + ". " : "• ") + points.items().get(i)));
    }
    return lines;
  }

  /** Each row as its name and a line a cell: a table with columns cannot be read on a phone. */
  private static List<Html> lines(Block.Rows rows) {
    List<Html> lines = new ArrayList<>();
    boolean alone = rows.rows().size() == 1;
    if (!alone) {
      lines.add(Html.bold(rows.title()));
    }
    boolean bold = rows.rows().size() <= MOST_BOLD;
    for (List<String> row : rows.rows()) {
      Html name = bold ? Html.bold(row.getFirst()) : Html.text(row.getFirst());
      lines.add((alone ? name : Html.text("▪️ ").plus(name)).plus(cells(rows, row)));
    }
    return lines;
  }

  private static String cells(Block.Rows rows, List<String> row) {
    if (row.size() == 2) {
      return row.getLast().isEmpty() ? "" : ": " + row.getLast();
    }
    StringBuilder cells = new StringBuilder();
    for (int i = 1; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        cells.append("\n• ").append(rows.labels().get(i)).append(": ").append(row.get(i));
      }
    }
    return cells.toString();
  }
}
