package backchat.knowledge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Urgency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a message that meets a pattern is taken for harmless. */
final class NetTest {
  private static boolean harmless(double likeness, int words, Urgency urgency) {
    return harmless(
        new Likeness(new float[Features.RANGE], (float) likeness, new int[0], new float[0]),
        words,
        urgency);
  }

  private static boolean harmless(Likeness likeness, int words, Urgency urgency) {
    List<Word> message =
        IntStream.range(0, words).mapToObj(i -> new Word("w" + i, "w" + i, -1, 0, 0)).toList();
    return new Net(List.of(), likeness, concept -> false)
        .isHarmless(
            new Reading(message, List.of()), List.of(new Alarm(null, urgency, 0, List.of())));
  }

  @Test
  void onlyWhatIsFarMoreLikeHarmlessMessagesLosesItsCard() {
    assertThat(harmless(-2.7, 8, Urgency.SAME_DAY)).isTrue();
    assertThat(harmless(-2.3, 8, Urgency.SAME_DAY)).isFalse();
  }

  @Test
  void anEmergencyNeedsMoreToLoseItsCard() {
    assertThat(harmless(-2.7, 8, Urgency.EMERGENCY_NOW)).isFalse();
    assertThat(harmless(-3.3, 8, Urgency.EMERGENCY_NOW)).isTrue();
  }

  @Test
  void aFewWordsAreTooFewToLoseTheirCard() {
    assertThat(harmless(-9, 4, Urgency.SEE_DOCTOR_SOON)).isFalse();
  }

  @Test
  void whatHasLearntNothingTakesNoCardAway() {
    assertThat(harmless(Likeness.NONE, 8, Urgency.SAME_DAY)).isFalse();
  }
}
