package backchat.knowledge.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables and rows that no entry shows, as passages of their own. Immutable. */
final class TablePassages {
  private TablePassages() {}

  /** Sorted by table, the whole table first, then its rows in the order of the file. */
  static List<Passage> of(Collection<Table> tables, List<EntryReader.Entry> entries) {
    Set<String> shown = new HashSet<>();
    entries.forEach(entry -> shown.addAll(entry.keys().texts("table")));
    List<Passage> passages = new ArrayList<>();
    for (Table table : tables) {
      if (!shown.contains(table.id())) {
        if (isShort(table)) {
          passages.add(whole(table));
        }
        for (String key : table.keys()) {
          if (!shown.contains(table.id() + "#" + key)) {
            passages.add(row(table, key));
          }
        }
      }
    }
    return passages;
  }

  /** Whether the whole table fits in one message; longer ones are found by their rows. */
  private static boolean isShort(Table table) {
    return PassageSize.of(table.shown(table.rows())) <= PassageSize.LONGEST;
  }

  private static Passage whole(Table table) {
    return new Passage(
        "table/" + table.id(),
        table.question(),
        table.alsoAsked(),
        table.grade(),
        table.sources(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(new Block.Paragraph(table.title() + "."), table.shown(table.rows())),
        table.reviewed(),
        table.reviewBy(),
        table.file());
  }

  private static Passage row(Table table, String key) {
    List<List<String>> rows = table.rows(key);
    List<String> first = rows.getFirst();
    List<String> sources =
        table
            .sourcesColumn()
            .map(column -> Arrays.asList(table.cell(first, column).split("\\s*;\\s*")))
            .filter(ids -> !ids.contains(""))
            .orElse(table.sources());
    Grade grade =
        table
            .gradeColumn()
            .map(column -> table.cell(first, column))
            .filter(word -> Arrays.stream(Grade.values()).anyMatch(g -> g.word().equals(word)))
            .map(Grade::of)
            .orElse(table.grade());
    return new Passage(
        table.id() + "#" + key,
        table.filled(table.rowQuestion(), first),
        table.rowAlsoAsked().stream().map(template -> table.filled(template, first)).toList(),
        grade,
        sources,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(table.shown(rows)),
        table.reviewed(),
        table.reviewBy(),
        table.file());
  }
}
