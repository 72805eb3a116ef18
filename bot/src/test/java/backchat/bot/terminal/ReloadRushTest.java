package backchat.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.Knowledge;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short rush; how late answers come is for the command that measures, not for a test. */
final class ReloadRushTest {
  @TempDir private Path temp;

  @Test
  void noQuestionIsLostOrAnsweredFromAMixture() throws Exception {
    Path folder = SmallKnowledge.folder(temp);
    Knowledge knowledge = Knowledge.open(folder, Samples.DAY);
    ReloadRush.Result result = new ReloadRush(knowledge, folder).run(200, 6, 4);
    assertThat(result.answered()).isEqualTo(result.asked()).isPositive();
    assertThat(result.wrong()).isZero();
    assertThat(result.reloads()).hasSize(6);
    assertThat(knowledge.edition().number()).isEqualTo(7);
  }
}
