package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The content that comes with the project. */
final class ContentTest {
  private static final Clock REVIEW_DAY =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void hasNoProblemAndEveryPassageIsFirstForItsOwnQuestions() {
    Checkup checkup = Knowledge.check(Path.of("content"), REVIEW_DAY, Options.WORDS);
    assertThat(checkup.problems().stream().map(Problem::toString)).isEmpty();
    assertThat(checkup.summary().orElseThrow().passages()).isGreaterThan(150);
  }
}
