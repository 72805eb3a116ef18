package backchat.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ReadingGradeTest {
  @Test
  void followsThePublishedFormula() {
    // 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
    assertThat(ReadingGrade.of("The cat sat on the mat.")).isCloseTo(-1.45, within(0.01));
  }

  @Test
  void longWordsAndSentencesAreHarder() {
    assertThat(ReadingGrade.of("Therapeutic intervention demonstrates considerable utility."))
        .isGreaterThan(15);
  }

  @Test
  void pointsOfAListCountAsSentences() {
    assertThat(ReadingGrade.of("Go now if\nyou fall\nyou faint"))
        .isLessThan(ReadingGrade.of("Go now if you fall you faint"));
  }

  @Test
  void nothingHasNoGrade() {
    assertThat(ReadingGrade.of(" ... ")).isZero();
  }
}
