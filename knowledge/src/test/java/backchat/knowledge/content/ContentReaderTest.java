package backchat.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.TestFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentReaderTest {
  private static final String SOFT = "entries/kind/soft.md";

  @TempDir private Path root;
  private TestFolder folder;

  @BeforeEach
  void write() {
    folder = TestFolder.at(root);
  }

  private Reading read() {
    return ContentReader.read(root, LocalDate.of(2026, 11, 21));
  }

  private void expect(String problem) {
    Reading reading = read();
    assertThat(reading.problems().stream().map(Problem::toString))
        .anyMatch(line -> line.startsWith(problem));
    assertThat(reading.content()).isEmpty();
  }

  @Test
  void aRightFolderHasNoProblem() {
    Reading reading = read();
    assertThat(reading.problems()).isEmpty();
    Content content = reading.content().orElseThrow();
    assertThat(content.passages().stream().map(Passage::id))
        .containsExactly("kind/hard", "kind/soft", "table/kinds", "kinds#soft", "kinds#hard");
    assertThat(content.passages().get(1).shortAnswer())
        .isEqualTo("It is a calm rub of the back. It may help you rest.");
    assertThat(content.passages().get(3).question()).isEqualTo("How firm is Soft massage?");
  }

  @Test
  void aRowThatAnEntryShowsBelongsToThatEntry() {
    folder.change(SOFT, "grade: expert\n", "grade: expert\ntable: kinds#soft\n");
    Content content = read().content().orElseThrow();
    assertThat(content.passages().stream().map(Passage::id)).doesNotContain("kinds#soft");
    assertThat(content.passages().get(1).cells()).contains("light");
  }

  @Test
  void unknownKeysNameTheNearestKnownOne() {
    folder.change(SOFT, "also_asked:", "also_askd:");
    expect(SOFT + ":3: unknown key `also_askd`; did you mean `also_asked`?");
    expect(SOFT + ":2: `also_asked` is missing");
    folder.change(SOFT, "[good-book]", "[good-bok]");
    expect(SOFT + ":6: no source `good-bok`");
  }

  @Test
  void wrongValuesSayWhatToWrite() {
    folder.change(SOFT, "grade: expert", "grade: strong");
    expect(SOFT + ":5: `grade` is `strong`; write one of guideline, trial, expert");
  }

  @Test
  void aWrongDayIsNamed() {
    folder.change(SOFT, "reviewed: 2026-01-01", "reviewed: 1/2/26");
    expect(SOFT + ":8: `reviewed` is `1/2/26`; write a day such as");
  }

  @Test
  void aTabInYamlIsNamed() {
    folder.change(SOFT, "  - tell", "\t- tell");
    expect(SOFT + ":4: a tab in YAML; indent with spaces");
  }

  @Test
  void anUnquotedColonIsNamed() {
    folder.change(SOFT, "What is soft massage?\nalso", "Soft: what is it?\nalso");
    expect(SOFT + ":2: a colon inside a value");
  }

  @Test
  void danglingIdsAreNamed() {
    folder.change(SOFT, "[good-book]", "[good-bok]").change(SOFT, "kind/hard", "kind/hart");
    expect(SOFT + ":6: no source `good-bok` in sources.yaml; did you mean `good-book`?");
    expect(SOFT + ":7: `related`: no entry `kind/hart`; did you mean `kind/hard`?");
  }

  @Test
  void aDanglingTableRowIsNamed() {
    folder.change(SOFT, "grade: expert\n", "grade: expert\ntable: kinds#sofd\n");
    expect(SOFT + ":6: no row `sofd` in table kinds; did you mean `soft`?");
  }

  @Test
  void theSameQuestionTwiceIsNamed() {
    folder.change(SOFT, "What is soft massage?\nalso", "when is HARD massage used\nalso");
    expect(SOFT + ": \"when is HARD massage used\" is also a question of kind/hard");
  }

  @Test
  void aShortRowIsNamedByRowAndColumn() {
    folder.write(
        "tables/kinds.csv", "id,name,pressure\nsoft,Soft massage\nhard,Hard massage,firm\n");
    expect("tables/kinds.csv:2: row 1 has 2 cells of 3; column 3 (`pressure`) is missing");
  }

  @Test
  void aLongRowSuggestsQuotes() {
    folder.write("tables/kinds.csv", "id,name,pressure\nsoft,Soft, or so,light\n");
    expect("tables/kinds.csv:2: row 1 has 4 cells, the header 3; put a cell that holds a comma");
  }

  @Test
  void aColumnWithoutDescriptionIsNamed() {
    folder.write("tables/kinds.csv", "id,name,pressure,cost\nsoft,Soft,light,1\n");
    expect("tables/kinds.yaml:9: column `cost` is not described");
  }

  @Test
  void byteOrderMarksAndWindowsLineEndsAreFine() {
    folder.write(SOFT, "\uFEFF" + folder.read(SOFT).replace("\n", "\r\n"));
    folder.write(
        "tables/kinds.csv", "\uFEFF" + folder.read("tables/kinds.csv").replace("\n", "\r\n"));
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void brokenUtf8IsNamedWithItsLine() {
    folder.write(SOFT, "---\nquestion: caf\u00e9?\n".getBytes(StandardCharsets.ISO_8859_1));
    expect(SOFT + ":2: not UTF-8");
  }

  @Test
  void anUnreadableFileIsAProblemAndTheOthersAreChecked() throws Exception {
    Files.delete(root.resolve(SOFT));
    Files.createSymbolicLink(root.resolve(SOFT), Path.of("nowhere"));
    folder.change("entries/kind/hard.md", "grade: expert", "grade: strong");
    expect(SOFT + ": not a plain file");
    expect("entries/kind/hard.md:5: `grade` is `strong`");
  }

  @Test
  void aMissingFolderIsAProblem() {
    Reading reading = ContentReader.read(root.resolve("none"), LocalDate.of(2026, 11, 21));
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.problems().getFirst().message()).startsWith("no such folder");
  }

  @Test
  void markupInTextIsRefused() {
    folder.change(SOFT, "People like it", "**People** like it");
    expect(SOFT + ":13: plain text only");
  }

  @Test
  void aHardShortAnswerIsAnErrorAndALessHardOneAWarning() {
    folder.change(
        SOFT,
        "It is a calm rub of the back. It may help you rest.",
        "Considerable international epidemiological investigation demonstrates therapeutic"
            + " utility.");
    expect(SOFT + ":11: reading grade of the short answer is");
    folder.change(
        SOFT,
        "Considerable international epidemiological investigation demonstrates therapeutic"
            + " utility.",
        "It is a calm and gentle rub of the whole of the back that people often enjoy after work.");
    assertThat(read().warnings()).hasSize(1);
    assertThat(read().content()).isPresent();
  }

  @Test
  void aBrokenFileIsNotCalledMissingAsWell() {
    folder.change(SOFT, "grade: expert", "grade: strong");
    folder.change("tables/kinds.yaml", "key: id", "key: idd");
    folder.change("entries/kind/hard.md", "grade: expert\n", "grade: expert\ntable: kinds#hard\n");
    assertThat(read().problems().stream().map(Problem::file))
        .containsExactly(SOFT, "tables/kinds.yaml");
  }

  @Test
  void filesThatNothingReadsAreNamed() {
    folder.write("entries/stray.md", "x").write("notes.txt", "x");
    expect("entries/stray.md: not read; an entry is entries/<topic>/<name>.md");
    expect("notes.txt: not read by anything");
  }

  @Test
  void anOverdueReviewWarnsForAnEntry() {
    folder.change(SOFT, "review_by: 2030-01-01", "review_by: 2026-01-02");
    List<Problem> warnings = read().warnings();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.getFirst().toString()).startsWith(SOFT + ":9: `review_by` was 2026-01-02");
  }

  @Test
  void aliasesDoNotGrowAText() {
    folder.write("sources.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nsources: [*b,*b]\n");
    expect("sources.yaml:");
  }

  @Test
  void theSameFilesGiveTheSameHash() {
    String hash = read().content().orElseThrow().hash();
    assertThat(read().content().orElseThrow().hash()).isEqualTo(hash);
    folder.change(SOFT, "long day", "short day");
    assertThat(read().content().orElseThrow().hash()).isNotEqualTo(hash);
  }
}
