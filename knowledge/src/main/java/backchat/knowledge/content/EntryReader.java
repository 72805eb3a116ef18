package backchat.knowledge.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One Markdown file to a passage. Confined to one thread. */
final class EntryReader {
  /** Reading grades of the short answer above which a warning and an error are noted. */
  static final double GRADE_WARNING = 6;

  static final double GRADE_ERROR = 8;

  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final int FEWEST_WORDS = 40;
  private static final int MOST_WORDS = 130;

  private final Map<String, Table> tables;
  private final Set<String> files;
  private final Problems problems;

  /**
   * @param tables those without mistakes
   * @param files every file of the folder, so that a broken table is not called missing as well
   */
  EntryReader(Map<String, Table> tables, Set<String> files, Problems problems) {
    this.tables = tables;
    this.files = files;
    this.problems = problems;
  }

  /**
   * An entry as far as it could be read. Immutable.
   *
   * @param passage empty when a mistake has been noted
   * @param keys its front matter, with the lines on which references stand
   */
  record Entry(String file, Optional<Passage> passage, YamlNode.Mapping keys) {
    String id() {
      return file.substring("entries/".length(), file.length() - ".md".length());
    }
  }

  /** The entry, or empty if it has no front matter; what is wrong has been noted. */
  Optional<Entry> read(String file, String text) {
    List<String> lines = text.lines().toList();
    int end = lines.subList(Math.min(1, lines.size()), lines.size()).indexOf("---") + 1;
    if (lines.isEmpty() || !lines.getFirst().equals("---") || end < 1) {
      problems.error(file, 1, "no front matter; begin with a line `---`, keys, a line `---`");
      return Optional.empty();
    }
    Optional<YamlNode.Mapping> keys =
        new YamlReader(file, 2, problems).mapping(String.join("\n", lines.subList(1, end)) + "\n");
    List<Block> blocks =
        new Markdown(file, end + 2, problems)
            .blocks(String.join("\n", lines.subList(end + 1, lines.size())));
    boolean told = tellOfText(file, end + 2, blocks);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    boolean right = FormatCheck.passes(keys.get(), Formats.ENTRY, file, problems) && told;
    for (YamlNode reference : keys.get().find("table").map(YamlNode::asItems).orElse(List.of())) {
      rows(file, reference).ifPresent(blocks::add);
    }
    Entry entry = new Entry(file, Optional.empty(), keys.get());
    return Optional.of(
        right ? new Entry(file, Optional.of(passage(entry, blocks)), keys.get()) : entry);
  }

  private boolean tellOfText(String file, int line, List<Block> blocks) {
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph first)) {
      problems.error(
          file, line, "no short answer; begin the text with a paragraph that answers the question");
      return false;
    }
    double grade = ReadingGrade.of(first.text());
    if (grade > GRADE_WARNING) {
      String message =
          "reading grade of the short answer is %.1f; shorten words and sentences to %.0f or below"
              .formatted(grade, GRADE_WARNING);
      if (grade > GRADE_ERROR) {
        problems.error(file, line, message);
      } else {
        problems.warning(file, line, message);
      }
    }
    int words = 0;
    for (Block block : blocks) {
      words +=
          switch (block) {
            case Block.Paragraph paragraph -> GAPS.split(paragraph.text()).length;
            case Block.Points points -> GAPS.split(String.join(" ", points.items())).length;
            case Block.Rows rows -> 0;
          };
    }
    if (words < FEWEST_WORDS || words > MOST_WORDS) {
      problems.warning(
          file, line, "the text has " + words + " words; write 40 to 120 (130 at the most)");
    }
    return true;
  }

  private static Passage passage(Entry entry, List<Block> blocks) {
    YamlNode.Mapping keys = entry.keys();
    return new Passage(
        entry.id(),
        keys.text("question"),
        keys.texts("also_asked"),
        Grade.of(keys.text("grade")),
        keys.texts("sources"),
        keys.texts("related"),
        keys.texts("keywords"),
        Optional.of(keys.text("cautions")).filter(caution -> !caution.isEmpty()),
        blocks,
        LocalDate.parse(keys.text("reviewed")),
        LocalDate.parse(keys.text("review_by")),
        entry.file());
  }

  private Optional<Block> rows(String file, YamlNode reference) {
    String[] parts = reference.asText().split("#", 2);
    Table table = tables.get(parts[0]);
    if (table == null && files.contains("tables/" + parts[0] + ".csv")) {
      return Optional.empty();
    }
    if (table == null) {
      problems.error(
          file,
          reference.line(),
          "no table `" + parts[0] + "`" + Nearest.hint(parts[0], tables.keySet()));
      return Optional.empty();
    }
    List<List<String>> rows = parts.length == 1 ? table.rows() : table.rows(parts[1]);
    if (rows.isEmpty()) {
      problems.error(
          file,
          reference.line(),
          "no row `"
              + parts[1]
              + "` in table "
              + table.id()
              + Nearest.hint(parts[1], table.keys()));
      return Optional.empty();
    }
    return Optional.of(table.shown(rows));
  }
}
