package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.Edition;
import backchat.knowledge.content.Passage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes fit every platform and lead back to what they were made of. */
final class ActionCodesTest {
  private final Edition edition = Samples.knowledge().edition();

  @Test
  void everyPassageHasACodeThatLeadsBackToIt() {
    for (Passage passage : edition.content().passages()) {
      Stream.of(
              new Choice.ShowPassage(passage.id()),
              new Choice.Rate(passage.id(), true),
              new Choice.Rate(passage.id(), false))
          .forEach(this::leadsBack);
    }
    edition
        .content()
        .phrases()
        .topics()
        .keySet()
        .forEach(topic -> leadsBack(new Choice.ShowTopic(topic, 12)));
    leadsBack(new Choice.ShowTopics());
    leadsBack(new Choice.Share("0123456789abcdef01234567"));
  }

  private void leadsBack(Choice.Action action) {
    String code = ActionCodes.of(action);
    assertThat(code).matches("[A-Za-z0-9_-]{1,64}");
    assertThat(ActionCodes.read(code, edition)).contains(action);
  }

  @Test
  void aLongIdIsHashedAndForgottenWithItsPassage() {
    String code = ActionCodes.of(new Choice.ShowPassage("basics/" + "long-".repeat(40) + "id"));
    assertThat(code).hasSizeLessThan(64).startsWith("P_");
    assertThat(ActionCodes.read(code, edition)).isEmpty();
    assertThat(ActionCodes.of(new Choice.ShowPassage("Odd id/ü"))).matches("P_[A-Za-z0-9_-]{22}");
  }

  @Test
  void whatIsNoCodeIsNothing() {
    Stream.of("", "x", "p_", "t_", "t_x_y", "z_basics", "t_99999_basics", "P_" + "x".repeat(80))
        .forEach(code -> assertThat(ActionCodes.read(code, edition)).as(code).isEmpty());
  }
}
