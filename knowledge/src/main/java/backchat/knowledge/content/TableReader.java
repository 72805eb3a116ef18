package backchat.knowledge.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A CSV file and its descriptor to a table. Confined to one thread. */
final class TableReader {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private final Problems problems;

  TableReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * The table, or empty after noting what is wrong with it.
   *
   * @param file name of the CSV file; the descriptor's has {@code .yaml} instead
   */
  Optional<Table> read(String file, String csv, String descriptorFile, String descriptor) {
    Optional<YamlNode.Mapping> keys =
        new YamlReader(descriptorFile, 1, problems).mapping(descriptor);
    List<List<String>> records = records(file, csv);
    if (keys.isEmpty()
        || !FormatCheck.passes(keys.get(), Formats.TABLE, descriptorFile, problems)
        || records.isEmpty()) {
      return Optional.empty();
    }
    List<String> header = records.getFirst();
    if (!columnsMatch(descriptorFile, keys.get(), header)) {
      return Optional.empty();
    }
    Table table = table(file, keys.get(), header, records.subList(1, records.size()));
    checkKeys(table);
    return Optional.of(table);
  }

  private List<List<String>> records(String file, String csv) {
    List<List<String>> records = new ArrayList<>();
    boolean clean = true;
    try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(csv)) {
      while (rows.hasNextValue()) {
        List<String> cells = Arrays.stream(rows.nextValue()).map(String::strip).toList();
        int line = rows.getParser().currentTokenLocation().getLineNr();
        if (cells.size() == 1 && cells.getFirst().isEmpty()) {
          continue;
        }
        if (!records.isEmpty() && cells.size() != records.getFirst().size()) {
          clean = false;
          problems.error(file, line, wrongLength(records.size(), cells, records.getFirst()));
        }
        records.add(cells);
      }
    } catch (JsonProcessingException e) {
      problems.error(
          file,
          e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
          "row " + records.size() + " is not valid CSV: " + e.getOriginalMessage());
      return List.of();
    } catch (IOException | RuntimeException e) {
      problems.error(file, 0, "not valid CSV after row " + (records.size() - 1));
      return List.of();
    }
    if (records.size() < 2) {
      problems.error(file, 1, "a table needs a header row and at least one row below it");
      return List.of();
    }
    return clean ? records : List.of();
  }

  private static String wrongLength(int row, List<String> cells, List<String> header) {
    return cells.size() < header.size()
        ? "row %d has %d cells of %d; column %d (`%s`) is missing, write an empty cell for nothing"
            .formatted(row, cells.size(), header.size(), cells.size() + 1, header.get(cells.size()))
        : "row %d has %d cells, the header %d; put a cell that holds a comma in \"quotes\""
            .formatted(row, cells.size(), header.size());
  }

  private boolean columnsMatch(String file, YamlNode.Mapping keys, List<String> header) {
    boolean clean = true;
    List<String> described = new ArrayList<>();
    for (YamlNode column : keys.find("columns").orElseThrow().asItems()) {
      String name = ((YamlNode.Mapping) column).text("name");
      described.add(name);
      if (!header.contains(name)) {
        clean = false;
        problems.error(
            file,
            column.line(),
            "no column `" + name + "` in the CSV file" + Nearest.hint(name, header));
      }
    }
    for (String name : header) {
      if (!described.contains(name)) {
        clean = false;
        problems.error(
            file, keys.lineOf("columns"), "column `" + name + "` is not described; add it");
      }
    }
    for (String key : List.of("key", "title_column", "sources_column", "grade_column")) {
      String name = keys.text(key);
      if (!name.isEmpty() && !header.contains(name)) {
        clean = false;
        problems.error(
            file,
            keys.lineOf(key),
            "`" + key + "`: no column `" + name + "`" + Nearest.hint(name, header));
      }
    }
    return clean;
  }

  private static Table table(
      String file, YamlNode.Mapping keys, List<String> header, List<List<String>> rows) {
    List<YamlNode.Mapping> described =
        keys.find("columns").orElseThrow().asItems().stream()
            .map(YamlNode.Mapping.class::cast)
            .toList();
    List<Table.Column> columns =
        header.stream()
            .map(
                name ->
                    described.stream()
                        .filter(column -> column.text("name").equals(name))
                        .findFirst()
                        .map(TableReader::column)
                        .orElseThrow())
            .toList();
    String title = keys.text("title_column");
    return new Table(
        file.substring("tables/".length(), file.length() - ".csv".length()),
        keys.text("title"),
        keys.text("question"),
        keys.texts("also_asked"),
        keys.texts("sources"),
        Grade.of(keys.text("grade")),
        keys.text("key"),
        title.isEmpty() ? firstShown(columns) : title,
        Optional.of(keys.text("sources_column")).filter(name -> !name.isEmpty()),
        Optional.of(keys.text("grade_column")).filter(name -> !name.isEmpty()),
        keys.text("row_question"),
        keys.texts("row_also_asked"),
        columns,
        rows,
        LocalDate.parse(keys.text("reviewed")),
        LocalDate.parse(keys.text("review_by")),
        file);
  }

  private static Table.Column column(YamlNode.Mapping column) {
    return new Table.Column(
        column.text("name"),
        column.text("label"),
        column.text("shown").equals("true"),
        column.text("searched").equals("true"));
  }

  private static String firstShown(List<Table.Column> columns) {
    return columns.stream()
        .filter(Table.Column::shown)
        .findFirst()
        .orElse(columns.getFirst())
        .name();
  }

  private void checkKeys(Table table) {
    for (int i = 0; i < table.rows().size(); i++) {
      String key = table.cell(table.rows().get(i), table.key());
      if (!key.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        problems.error(
            table.file(),
            i + 2,
            "row %d: `%s` is `%s`; write a word such as deep-tissue"
                .formatted(i + 1, table.key(), key));
      }
    }
  }
}
