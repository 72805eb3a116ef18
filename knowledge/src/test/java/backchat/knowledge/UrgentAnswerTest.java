package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A red flag comes before everything else that an answer may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UrgentAnswerTest {
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

  private Knowledge knowledge;

  @BeforeAll
  void open() throws BrokenContent {
    knowledge = Knowledge.open(Path.of("content"), DAY);
  }

  private Answer answer(String text) {
    return knowledge.answer(new Question(text), Context.NONE);
  }

  private Answer.Urgent urgent(String text) {
    assertThat(answer(text)).isInstanceOf(Answer.Urgent.class);
    return (Answer.Urgent) answer(text);
  }

  @Test
  void theCardComesBeforeTheMassageThatWasAskedFor() {
    Answer.Urgent urgent =
        urgent("can't feel when I wipe and my legs are weak, which massage helps?");
    assertThat(urgent.redFlag().id()).isEqualTo("redflag/cauda-equina");
    assertThat(urgent.urgency()).isEqualTo(Urgency.EMERGENCY_NOW);
    assertThat(urgent.then()).isEmpty();
  }

  @Test
  void theCardComesBeforeSmallTalkAndAfterALongStory() {
    urgent("hello, thanks, I want to kill myself");
    urgent("We moved house in spring. ".repeat(150) + "Since Monday I cannot hold my urine.");
  }

  @Test
  void informationFollowsSoftFlagsOnly() {
    Answer.Urgent soft =
        urgent("my back hurts when I cough. How long should a massage session last?");
    assertThat(soft.urgency()).isEqualTo(Urgency.SEE_DOCTOR_SOON);
    assertThat(soft.redFlag().information()).isTrue();
    for (RedFlag flag : knowledge.edition().content().redFlags()) {
      assertThat(flag.information())
          .as(flag.id())
          .isEqualTo(
              flag.urgency() == Urgency.SEE_DOCTOR_SOON && !flag.id().equals("redflag/child"));
    }
    assertThat(urgent("fever and back pain. How long should a massage session last?").then())
        .isEmpty();
  }

  @Test
  void questionsForInformationAreAnswered() {
    assertThat(answer("What is cauda equina syndrome, and what are its warning signs?"))
        .isInstanceOf(Answer.Found.class);
  }

  @Test
  void aFlagThatMissesItsExampleStopsTheLoad(@TempDir Path root) throws IOException {
    TestFolder.at(root);
    Files.createDirectories(root.resolve("language"));
    Files.createDirectories(root.resolve("red-flags"));
    Files.writeString(root.resolve("language/concepts.yaml"), "concepts: {numb: [numb]}\n");
    Files.writeString(
        root.resolve("red-flags/numb.yaml"),
        """
        what: Numb groin.
        title: Numb
        urgency: emergency-now
        card: Go now.
        sources: [good-book]
        patterns: [{all: [numb]}]
        examples: [my groin is dead]
        counter_examples: [so numb]
        reviewed: 2026-01-01
        review_by: 2030-01-01
        """);
    assertThatThrownBy(() -> Knowledge.open(root, DAY))
        .isInstanceOfSatisfying(
            BrokenContent.class,
            broken ->
                assertThat(broken.problems().stream().map(Object::toString))
                    .containsExactlyInAnyOrder(
                        "red-flags/numb.yaml:7: its example \"my groin is dead\" does not match;"
                            + " add a pattern",
                        "red-flags/numb.yaml:8: its counter-example \"so numb\" matches the"
                            + " pattern in line 6 by [numb \"numb\"]; narrow it"));
  }
}
