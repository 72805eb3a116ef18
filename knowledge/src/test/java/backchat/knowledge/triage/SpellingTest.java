package backchat.knowledge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Language;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which misspellings are read as which words. */
final class SpellingTest {
  private final Spelling spelling =
      new Spelling(
          Lexicon.of(List.of("chess")),
          List.of("chest", "groin", "paracetamol", "wee"),
          Analysis.of(Language.PLAIN));

  @Test
  void oneEditForShortWordsTwoForLongOnesASwapIsOne() {
    assertThat(spelling.repair("chst")).isEqualTo("chest");
    assertThat(spelling.repair("grion")).isEqualTo("groin");
    assertThat(spelling.repair("parasetamol")).isEqualTo("paracetamol");
    assertThat(spelling.repair("parasitamol")).isEqualTo("paracetamol");
    assertThat(spelling.repair("chessty")).isEqualTo("chessty");
  }

  @Test
  void theFirstLetterStaysAndShortWordsAreLeftAlone() {
    assertThat(spelling.repair("thest")).isEqualTo("thest");
    assertThat(spelling.repair("wii")).isEqualTo("wii");
  }

  @Test
  void knownWordsAreKnown() {
    assertThat(spelling.knows("chess", "chess")).isTrue();
    assertThat(spelling.knows("an", "an")).isTrue();
    assertThat(spelling.knows("chst", "chst")).isFalse();
  }
}
