package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.content.ContentReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checked content, between two starts. */
final class CheckedContentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final ContentFiles files = ContentFiles.read(Path.of("content"));
  private final Content content = ContentReader.read(files, TODAY).content().orElseThrow();

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("data/content.bin");
  }

  private CheckedContent kept(ContentFiles files, String program) {
    return CheckedContent.of(file(), files, program);
  }

  @BeforeEach
  void keep() {
    kept(files, "00000001").write(content);
  }

  @Test
  void whatWasCheckedIsReadAsItWas() {
    Content read = kept(files, "00000001").read(TODAY).orElseThrow();
    assertThat(read).isEqualTo(content);
    assertThat(read.language().concepts().toString())
        .as("in the same order")
        .isEqualTo(content.language().concepts().toString());
    assertThat(List.of(read.phrases().topics().keySet(), read.phrases().otherLanguages().keySet()))
        .hasToString(
            List.of(
                    content.phrases().topics().keySet(),
                    content.phrases().otherLanguages().keySet())
                .toString());
  }

  @Test
  void otherFilesAndAnotherProgramAreCheckedAnew() {
    ContentFiles other = files.with(Map.of("sources.yaml", Optional.of(new byte[] {'a'})));
    assertThat(kept(other, "00000001").read(TODAY)).isEmpty();
    assertThat(kept(files, "00000002").read(TODAY)).isEmpty();
  }

  @Test
  void theDayOnWhichARedFlagShouldHaveBeenReviewedIsNoticed() {
    LocalDate last =
        content.redFlags().stream()
            .map(flag -> flag.reviewBy())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(kept(files, "00000001").read(last)).isPresent();
    assertThat(kept(files, "00000001").read(last.plusDays(1))).isEmpty();
  }
}
