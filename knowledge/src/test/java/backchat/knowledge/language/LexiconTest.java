package backchat.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Words get their numbers back, and nothing else does. */
final class LexiconTest {
  @Test
  void numbersWordsInTheirOrder() {
    Lexicon lexicon = Lexicon.of(List.of("back", "pain", "na\u00efve", "low back"));

    assertThat(lexicon.size()).isEqualTo(4);
    assertThat(numbers(lexicon, "back", "pain", "na\u00efve", "low back"))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void knowsNoPartOfAWordAndNoneBeyondIt() {
    Lexicon lexicon = Lexicon.of(List.of("backache", "pain"));

    assertThat(numbers(lexicon, "back", "ache", "pains", "")).containsOnly(Lexicon.NONE);
    assertThat(Lexicon.of(List.of()).contains("back")).isFalse();
  }

  @Test
  void partsWordsOfOneHashCode() {
    assertThat(List.of("AaBB".hashCode(), "BBAa".hashCode())).containsOnly("AaAa".hashCode());
    Lexicon lexicon = Lexicon.of(List.of("AaAa", "AaBB", "BBAa"));

    assertThat(numbers(lexicon, "AaAa", "AaBB", "BBAa", "BBBB"))
        .containsExactly(0, 1, 2, Lexicon.NONE);
  }

  @Test
  void findsEachOfMany() {
    List<String> words = IntStream.range(0, 50_000).mapToObj(Integer::toString).toList();

    Lexicon lexicon = new Lexicon(Lexicon.of(words).lines());

    assertThat(words).allMatch(word -> lexicon.number(word) == Integer.parseInt(word));
    assertThat(lexicon.contains("50000")).isFalse();
  }

  private static List<Integer> numbers(Lexicon lexicon, String... words) {
    return List.of(words).stream().map(lexicon::number).toList();
  }
}
