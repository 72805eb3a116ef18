package backchat.bot.conversation;

import static backchat.bot.conversation.Flood.Verdict.ANSWER;
import static backchat.bot.conversation.Flood.Verdict.ONE_MOMENT;
import static backchat.bot.conversation.Flood.Verdict.QUIET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An asker's flood is answered once and then dropped quietly. */
final class FloodTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final Flood flood = new Flood(3, 20, clock);
  private final Asker ann = new Asker("test", "ann", false);

  @Test
  void aFewAtOnceThenOneMomentOnceThenNothing() {
    assertThat(verdicts(6)).containsExactly(ANSWER, ANSWER, ANSWER, ONE_MOMENT, QUIET, QUIET);
  }

  @Test
  void roomComesBackAtAnEvenPace() {
    verdicts(5);
    now = now.plus(Duration.ofSeconds(3));
    assertThat(verdicts(3)).containsExactly(ANSWER, ONE_MOMENT, QUIET);
    now = now.plus(Duration.ofMinutes(1));
    assertThat(verdicts(4)).containsExactly(ANSWER, ANSWER, ANSWER, ONE_MOMENT);
  }

  @Test
  void oneAskersFloodIsNotAnothers() {
    verdicts(9);
    assertThat(flood.verdict(new Asker("test", "bob", false))).isEqualTo(ANSWER);
    IntStream.range(0, 99)
        .forEach(i -> assertThat(flood.verdict(Asker.OPERATOR)).isEqualTo(ANSWER));
  }

  private java.util.List<Flood.Verdict> verdicts(int count) {
    return IntStream.range(0, count).mapToObj(i -> flood.verdict(ann)).toList();
  }
}
