package backchat.bot.discord;

import backchat.knowledge.content.Block;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.MessageEmbed;

/** Blocks as a description and fields that fit into one embed. Confined to one thread. */
final class DiscordBody {
  private static final int VALUE = MessageEmbed.VALUE_MAX_LENGTH;
  private static final int NAME = MessageEmbed.TITLE_MAX_LENGTH;
  private static final int NARROW = 48;

  private final List<String> paragraphs = new ArrayList<>();
  private final List<MessageEmbed.Field> fields = new ArrayList<>();
  private final int mostFields;

  /**
   * @param mostFields how many fields rows may take; tables with more rows become lists
   */
  DiscordBody(int mostFields) {
    this.mostFields = mostFields;
  }

  /** Adds text that is markup already. */
  void add(String markup) {
    paragraphs.add(markup);
  }

  void add(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph paragraph -> add(DiscordText.escaped(paragraph.text()));
        case Block.Points points -> points(points);
        case Block.Rows rows -> rows(rows);
      }
    }
  }

  private void points(Block.Points points) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < points.items().size(); i++) {
      String start = points.ordered() ? (i + 1) + ". " : "- ";
      lines.add(start + DiscordText.escaped(points.items().get(i).replace('\n', ' ')));
    }
    add(String.join("\n", lines));
  }

  private void rows(Block.Rows rows) {
    if (rows.rows().size() == 1) {
      List<String> row = rows.rows().getFirst();
      add("**" + DiscordText.escaped(row.getFirst()) + "**\n" + cells(rows, row));
    } else if (isNarrow(rows)) {
      add("**" + DiscordText.escaped(rows.title()) + "**\n" + aligned(rows));
    } else if (fields.size() + rows.rows().size() <= mostFields && fitsFields(rows)) {
      add("**" + DiscordText.escaped(rows.title()) + "**");
      rows.rows().forEach(row -> field(row.getFirst(), cells(rows, row)));
    } else {
      add("**" + DiscordText.escaped(rows.title()) + "**");
      rows.rows().forEach(row -> add(line(rows, row)));
    }
  }

  /** Adds a field; a name or value without anything in it gets a dash. */
  void field(String name, String value) {
    String title = DiscordText.cut(DiscordText.escaped(name), NAME);
    fields.add(
        new MessageEmbed.Field(
            title.isBlank() ? "-" : title,
            value.isBlank() ? "-" : DiscordText.cut(value, VALUE),
            false));
  }

  private static boolean fitsFields(Block.Rows rows) {
    return rows.rows().stream().allMatch(row -> cells(rows, row).length() <= VALUE);
  }

  private static String cells(Block.Rows rows, List<String> row) {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i < row.size(); i++) {
      if (!row.get(i).isEmpty()) {
        lines.add(
            "**"
                + DiscordText.escaped(rows.labels().get(i))
                + ":** "
                + DiscordText.escaped(row.get(i)));
      }
    }
    return String.join("\n", lines);
  }

  private static String line(Block.Rows rows, List<String> row) {
    String cells = cells(rows, row).replace("\n", "; ");
    return "- **" + DiscordText.escaped(row.getFirst()) + "** " + cells;
  }

  private static boolean isNarrow(Block.Rows rows) {
    return rows.labels().size() == 2
        && rows.rows().stream().allMatch(row -> row.get(0).length() + row.get(1).length() < NARROW);
  }

  /** Two columns in letters of one width. */
  private static String aligned(Block.Rows rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(rows.labels());
    all.addAll(rows.rows());
    int width = all.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
    StringBuilder text = new StringBuilder("```\n");
    for (List<String> row : all) {
      String left = row.getFirst() + " ".repeat(width - row.getFirst().length());
      text.append(DiscordText.plain(left + "  " + row.getLast()).replace('`', '\'')).append('\n');
    }
    return text.append("```").toString();
  }

  /** How many characters the fields take. */
  int fieldLength() {
    return fields.stream().mapToInt(f -> f.getName().length() + f.getValue().length()).sum();
  }

  List<MessageEmbed.Field> fields() {
    return fields;
  }

  /** The fields that fit into so many characters, the first ones first. */
  List<MessageEmbed.Field> fields(int most) {
    List<MessageEmbed.Field> fitting = new ArrayList<>();
    int length = 0;
    for (MessageEmbed.Field field : fields) {
      length += field.getName().length() + field.getValue().length();
      if (length > most) {
        break;
      }
      fitting.add(field);
    }
    return fitting;
  }

  /**
   * The paragraphs as one text. What does not fit is left out from the end, at the end of a
   * sentence, and the last line says so.
   *
   * @param most characters
   * @param more stands last when something was left out
   */
  String description(int most, String more) {
    String whole = String.join("\n\n", paragraphs).replace("\n\n- **", "\n- **");
    if (whole.length() <= most) {
      return whole;
    }
    int room = Math.max(0, most - more.length() - 2);
    String kept = DiscordText.sentences(whole, room);
    String closed =
        kept.split("```", -1).length % 2 == 0 ? kept.substring(0, kept.lastIndexOf("```")) : kept;
    return closed.stripTrailing() + "\n\n" + more;
  }
}
