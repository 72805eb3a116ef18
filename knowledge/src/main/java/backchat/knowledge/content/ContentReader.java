package backchat.knowledge.content;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a content folder: all of it, with all its problems. Nothing is thrown for a mistake in a
 * file, and the other files are still checked. Thread-safe.
 */
public final class ContentReader {
  private final Problems problems = new Problems();
  private final LocalDate today;

  private ContentReader(LocalDate today) {
    this.today = today;
  }

  /**
   * @param root the content folder
   * @param today the day against which {@code review_by} is held
   */
  public static Reading read(Path root, LocalDate today) {
    return read(ContentFiles.read(root), today);
  }

  /**
   * @param folder files as they were read
   * @param today the day against which {@code review_by} is held
   */
  public static Reading read(ContentFiles folder, LocalDate today) {
    return new ContentReader(today).read(folder);
  }

  private Reading read(ContentFiles folder) {
    problems.add(folder.problems());
    Map<String, String> files = folder.texts(problems);
    if (files.isEmpty()) {
      if (!problems.anyError()) {
        problems.error(folder.root(), 0, "the folder is empty; it needs entries/<topic>/*.md");
      }
      return new Reading(Optional.empty(), problems.sorted(), 0);
    }
    SmallReaders small = new SmallReaders(problems);
    Map<String, Source> sources =
        needed(files, "sources.yaml").map(t -> small.sources("sources.yaml", t)).orElse(Map.of());
    Optional<Phrases> phrases =
        needed(files, "phrases.yaml").flatMap(t -> small.phrases("phrases.yaml", t));
    Optional<YamlNode.Mapping> concepts =
        Optional.ofNullable(files.get(ConceptCheck.FILE))
            .flatMap(text -> new YamlReader(ConceptCheck.FILE, 1, problems).mapping(text));
    Language language = small.language(files, concepts);
    Map<String, Table> tables = tables(files);
    List<EntryReader.Entry> entries = entries(files, tables);
    List<RedFlag> redFlags = redFlags(files, small);
    List<Passage> passages =
        new ArrayList<>(entries.stream().flatMap(e -> e.passage().stream()).toList());
    passages.addAll(TablePassages.of(tables.values(), entries));
    new References(sources, tables, files.keySet(), problems, today)
        .check(entries, passages, redFlags, phrases);
    new Strays(problems).check(files.keySet());
    if (!redFlags.isEmpty()) {
      new ConceptCheck(problems).check(concepts, redFlags);
    }
    Optional<Content> content =
        problems.anyError() || phrases.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Content(
                    passages, tables, redFlags, sources, phrases.get(), language, folder.hash()));
    return new Reading(content, problems.sorted(), files.size());
  }

  private Optional<String> needed(Map<String, String> files, String name) {
    if (!files.containsKey(name)) {
      problems.error(name, 0, "the file is missing; the folder needs one");
    }
    return Optional.ofNullable(files.get(name));
  }

  private Map<String, Table> tables(Map<String, String> files) {
    Map<String, Table> tables = new TreeMap<>();
    TableReader reader = new TableReader(problems);
    files.forEach(
        (file, text) -> {
          if (file.startsWith("tables/") && file.endsWith(".csv")) {
            String descriptor = file.replaceFirst("\\.csv$", ".yaml");
            needed(files, descriptor)
                .flatMap(described -> reader.read(file, text, descriptor, described))
                .ifPresent(table -> tables.put(table.id(), table));
          }
        });
    return tables;
  }

  private List<EntryReader.Entry> entries(Map<String, String> files, Map<String, Table> tables) {
    EntryReader reader = new EntryReader(tables, files.keySet(), problems);
    List<EntryReader.Entry> entries = new ArrayList<>();
    new LinkedHashMap<>(files)
        .forEach(
            (file, text) -> {
              if (Strays.isEntry(file)) {
                reader.read(file, text).ifPresent(entries::add);
              }
            });
    return entries;
  }

  private List<RedFlag> redFlags(Map<String, String> files, SmallReaders small) {
    List<RedFlag> redFlags = new ArrayList<>();
    files.forEach(
        (file, text) -> {
          if (Strays.isRedFlag(file)) {
            small.redFlag(file, text).ifPresent(redFlags::add);
          }
        });
    return redFlags;
  }
}
