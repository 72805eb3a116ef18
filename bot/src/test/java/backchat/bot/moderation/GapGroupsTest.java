package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.bot.store.Gaps.Gap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which questions are taken for the same, with the real knowledge. */
final class GapGroupsTest {
  private static final List<List<String>> ALIKE =
      List.of(
          List.of(
              "can I knit with a bad back",
              "is knitting ok with my bad back?",
              "is it ok to do some knitting with a bad back"),
          List.of(
              "what is the capital of France",
              "tell me the capital of France please",
              "capital of france??"),
          List.of("does riding a horse harm my back", "is horse riding bad for the back"),
          List.of("can I play the violin with neck pain", "violin playing and neck pain"),
          List.of("is a waterbed good for my back", "are waterbeds good for backs"));

  private static List<Gap> gaps(List<String> questions) {
    return IntStream.range(0, questions.size())
        .mapToObj(i -> new Gap("code" + i, Instant.EPOCH, questions.get(i)))
        .toList();
  }

  @Test
  void whoAsksAlikeStandsTogether() {
    List<String> questions = new ArrayList<>(ALIKE.stream().flatMap(List::stream).toList());
    Collections.shuffle(questions, new Random(7));
    List<GapGroups.Group> groups = GapGroups.of(gaps(questions), Samples.knowledge().edition());
    assertThat(groups)
        .extracting(group -> group.gaps().stream().map(Gap::question).sorted().toList())
        .containsExactlyInAnyOrderElementsOf(
            ALIKE.stream().map(group -> group.stream().sorted().toList()).toList());
    assertThat(groups.getFirst().gaps()).hasSize(3);
  }

  @Test
  void questionsOfNoWordsAreNoTrouble() {
    assertThat(
            GapGroups.of(
                gaps(List.of("[number]", "???", "", "[name]")), Samples.knowledge().edition()))
        .isNotEmpty();
    assertThat(GapGroups.of(List.of(), Samples.knowledge().edition())).isEmpty();
  }
}
