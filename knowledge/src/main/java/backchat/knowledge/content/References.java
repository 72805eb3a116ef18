package backchat.knowledge.content;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What only the whole folder can tell: dangling ids, questions asked twice, overdue reviews.
 * Confined to one thread.
 */
final class References {
  private static final Pattern OTHER_THAN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Source> sources;
  private final Map<String, Table> tables;
  private final Set<String> files;
  private final Problems problems;
  private final LocalDate today;

  /**
   * @param files every file of the folder, so that a broken one is not called missing as well
   */
  References(
      Map<String, Source> sources,
      Map<String, Table> tables,
      Set<String> files,
      Problems problems,
      LocalDate today) {
    this.sources = sources;
    this.tables = tables;
    this.files = files;
    this.problems = problems;
    this.today = today;
  }

  void check(
      List<EntryReader.Entry> entries,
      List<Passage> passages,
      List<RedFlag> redFlags,
      Optional<Phrases> phrases) {
    Set<String> ids = new HashSet<>();
    files.stream()
        .filter(Strays::isEntry)
        .forEach(file -> ids.add(file.substring("entries/".length(), file.length() - 3)));
    for (EntryReader.Entry entry : entries) {
      entry(entry, ids);
    }
    passages.forEach(this::size);
    twice(passages);
    for (Table table : tables.values()) {
      table(table);
    }
    for (RedFlag flag : redFlags) {
      flag.sources().forEach(id -> source(flag.file(), 0, id));
      if (flag.isOverdue(today)) {
        problems.error(flag.file(), 0, overdue(flag.reviewBy()));
      }
    }
    phrases.ifPresent(said -> phrases(said, passages));
  }

  private void entry(EntryReader.Entry entry, Set<String> ids) {
    String file = entry.file();
    items(entry, "sources").forEach(item -> source(file, item.line(), item.asText()));
    for (YamlNode item : items(entry, "related")) {
      if (!ids.contains(item.asText())) {
        problems.error(
            file,
            item.line(),
            "`related`: no entry `" + item.asText() + "`" + Nearest.hint(item.asText(), ids));
      } else if (item.asText().equals(entry.id())) {
        problems.error(file, item.line(), "`related` names the entry itself; remove it");
      }
    }
    entry
        .passage()
        .filter(passage -> passage.reviewBy().isBefore(today))
        .ifPresent(
            passage ->
                problems.warning(
                    file, entry.keys().lineOf("review_by"), overdue(passage.reviewBy())));
  }

  private static List<YamlNode> items(EntryReader.Entry entry, String key) {
    return entry.keys().find(key).map(YamlNode::asItems).orElse(List.of());
  }

  private void source(String file, int line, String id) {
    if (!sources.isEmpty() && !sources.containsKey(id)) {
      problems.error(
          file,
          line,
          "no source `" + id + "` in sources.yaml" + Nearest.hint(id, sources.keySet()));
    }
  }

  private void size(Passage passage) {
    int size = PassageSize.of(passage);
    if (size > PassageSize.LONGEST) {
      problems.error(
          passage.file(),
          0,
          "%s takes %,d characters, more than one message holds (%,d); shorten it or its table"
              .formatted(passage.id(), size, PassageSize.LONGEST));
    }
  }

  private void twice(List<Passage> passages) {
    Map<String, String> askedBy = new HashMap<>();
    for (Passage passage : passages) {
      for (String question : new HashSet<>(passage.questions())) {
        String words =
            OTHER_THAN_WORDS.matcher(question.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        String other = askedBy.putIfAbsent(words, passage.id());
        if (other != null && !other.equals(passage.id())) {
          problems.error(
              passage.file(),
              0,
              "\"%s\" is also a question of %s; give it to one of them".formatted(question, other));
        }
      }
    }
  }

  private void table(Table table) {
    String descriptor = table.file().replaceFirst("\\.csv$", ".yaml");
    table.sources().forEach(id -> source(descriptor, 0, id));
    table
        .sourcesColumn()
        .ifPresent(
            column -> {
              for (int i = 0; i < table.rows().size(); i++) {
                for (String id : table.cell(table.rows().get(i), column).split("\\s*;\\s*")) {
                  if (!id.isEmpty()) {
                    source(table.file(), i + 2, id);
                  }
                }
              }
            });
    if (table.reviewBy().isBefore(today)) {
      problems.warning(descriptor, 0, overdue(table.reviewBy()));
    }
  }

  private void phrases(Phrases said, List<Passage> passages) {
    if (!tables.isEmpty() && !files.contains("tables/" + said.emergencyTable() + ".csv")) {
      problems.error(
          "phrases.yaml",
          0,
          "`emergency_table`: no table `"
              + said.emergencyTable()
              + "`"
              + Nearest.hint(said.emergencyTable(), tables.keySet()));
    }
    passages.stream()
        .filter(passage -> passage.file().startsWith("entries/"))
        .map(Passage::topic)
        .distinct()
        .filter(topic -> !said.topics().containsKey(topic))
        .forEach(
            topic ->
                problems.error(
                    "phrases.yaml", 0, "`topics` has no name for `" + topic + "`; add one"));
  }

  private static String overdue(LocalDate day) {
    return "`review_by` was " + day + "; review the text and set a new day";
  }
}
