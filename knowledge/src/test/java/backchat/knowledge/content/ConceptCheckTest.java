package backchat.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.TestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Concepts and patterns that do not fit together are named with file and line. */
final class ConceptCheckTest {
  private static final String FLAG =
      """
      what: Numb groin.
      title: Numb
      urgency: emergency-now
      card: Go now.
      sources: [good-book]
      patterns:
        - all: [saddle/{0}]
      examples: [my groin is numb]
      counter_examples: [no numbness]
      reviewed: 2026-01-01
      review_by: 2030-01-01
      """;

  @TempDir private Path root;

  @BeforeEach
  void write() {
    TestFolder.at(root);
  }

  private List<String> problems(String other, String concepts) throws IOException {
    Files.createDirectories(root.resolve("language"));
    Files.createDirectories(root.resolve("red-flags"));
    Files.writeString(root.resolve("language/concepts.yaml"), "concepts:\n" + concepts);
    Files.writeString(root.resolve("red-flags/numb.yaml"), FLAG.replace("{0}", other));
    return ContentReader.read(root, LocalDate.of(2026, 11, 21)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void whatFitsHasNoProblem() throws IOException {
    assertThat(problems("numb", "  saddle: ['{numb} .. groin']\n  numb: [numb]\n")).isEmpty();
  }

  @Test
  void anUnknownConceptInAPatternNamesTheNearest() throws IOException {
    assertThat(problems("nummb", "  saddle: ['{numb} groin']\n  numb: [numb]\n"))
        .containsExactly(
            "red-flags/numb.yaml:7: no concept `nummb` in language/concepts.yaml; did you mean"
                + " `numb`?");
  }

  @Test
  void anUnknownConceptInATermIsNamed() throws IOException {
    assertThat(problems("numb", "  saddle: ['{numbb} groin']\n  numb: [numb]\n"))
        .containsExactly(
            "language/concepts.yaml:2: `saddle`: no concept `numbb`; did you mean `numb`?");
  }

  @Test
  void aCircleIsNamed() throws IOException {
    assertThat(problems("numb", "  saddle: ['{numb}']\n  numb: ['{saddle}']\n"))
        .containsExactly(
            "language/concepts.yaml:2: `saddle` is made of itself; break the circle",
            "language/concepts.yaml:3: `numb` is made of itself; break the circle");
  }

  @Test
  void anUnusedConceptIsAWarning() throws IOException {
    assertThat(problems("numb", "  saddle: [s]\n  numb: [numb]\n  tea: [tea]\n  denial: [no]\n"))
        .containsExactly(
            "language/concepts.yaml:4: no red flag uses the concept `tea`; use it or remove it");
  }

  @Test
  void aRangeThatIsNoneIsNamed() throws IOException {
    assertThat(problems("numb", "  saddle: ['#4- years']\n  numb: [numb]\n"))
        .containsExactly(
            "language/concepts.yaml:2: `saddle`: `#4-` is no range of numbers; write one as"
                + " #40-120");
  }
}
