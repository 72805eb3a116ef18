package backchat.knowledge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is learnt from examples. */
final class LikenessTest {
  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int sentence = 0;
    for (String word : text.split(" ")) {
      words.add(new Word(word, word.replace(".", ""), -1, sentence, sentence));
      sentence += word.endsWith(".") ? 1 : 0;
    }
    return words;
  }

  private static List<int[]> windows(String text) {
    return Features.of(new Reading(words(text), List.of()));
  }

  private static Likeness learnt() {
    LikenessLearning learning = new LikenessLearning();
    for (int i = 0; i < 60; i++) {
      learning.add(windows("my groin went dull on day w" + i), 0);
      learning.add(windows("cannot breathe since hour w" + i), 1);
      learning.add(windows("which massage is best for w" + i), -1);
      learning.add(windows("my day was fine and w" + i), -1);
    }
    return learning.learn(2);
  }

  @Test
  void whatIsLikeTheExamplesScoresHigherThanWhatIsNot() {
    Likeness likeness = learnt();
    assertThat(likeness.score(windows("my groin feels dull"))).isPositive();
    assertThat(likeness.score(windows("which day is best for massage"))).isNegative();
    double[] kinds = likeness.kinds(windows("i cannot breathe"), 2);
    assertThat(kinds[1]).isGreaterThan(kinds[0]);
  }

  @Test
  void theSameExamplesGiveTheSameNumbers() {
    List<int[]> windows = windows("my groin feels dull");
    assertThat(learnt().score(windows)).isEqualTo(learnt().score(windows));
  }

  @Test
  void fewExamplesTeachNothing() {
    LikenessLearning learning = new LikenessLearning();
    learning.add(windows("my groin went dull"), 0);
    assertThat(learning.learn(1).score(windows("my groin went dull")))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void aLongMessageIsReadThroughWindowsAndNothingSetAsideCounts() {
    String story = "we went to the shops and had tea. ".repeat(30);
    Likeness likeness = learnt();
    assertThat(likeness.score(windows(story + "my groin went dull."))).isPositive();
    Mention aside =
        new Mention("dull", 0, 4, "", Mention.Person.UNKNOWN, Optional.of("a figure of speech"));
    Reading reading = new Reading(words("my groin went dull"), List.of(aside));
    assertThat(likeness.score(Features.of(reading))).isNegative();
  }

  @Test
  void conceptsCountWhateverTheirWords() {
    LikenessLearning learning = new LikenessLearning();
    for (int i = 0; i < 120; i++) {
      learning.add(Features.of(said("a" + i, "numb")), 0);
      learning.add(Features.of(said("b" + i, "massage")), -1);
    }
    Likeness likeness = learning.learn(1);
    assertThat(likeness.score(Features.of(said("other", "numb")))).isPositive();
    assertThat(likeness.score(Features.of(said("other", "massage")))).isNegative();
  }

  private static Reading said(String word, String concept) {
    return new Reading(
        words(word),
        List.of(new Mention(concept, 0, 1, word, Mention.Person.UNKNOWN, Optional.empty())));
  }
}
