package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pace of messages, on a made-up clock. */
final class PaceTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  private Instant now = START;

  /** Sends as soon as it may; returns the seconds after the start. */
  private double send(Pace pace, long chat, boolean group) {
    Duration wait = pace.ask(chat, group, now);
    while (!wait.isZero()) {
      now = now.plus(wait);
      wait = pace.ask(chat, group, now);
    }
    return Duration.between(START, now).toMillis() / 1000.0;
  }

  @Test
  void aChatGetsAShortBurstAndThenOneASecond() {
    Pace pace = new Pace(3, 20, 30);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      times.add(send(pace, 1, false));
    }
    assertThat(times).containsExactly(0.0, 0.0, 0.0, 1.0, 2.0, 3.0);
  }

  @Test
  void aGroupGetsTwentyWithinAnyMinute() {
    Pace pace = new Pace(3, 20, 30);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      times.add(send(pace, -1, true));
    }
    for (int i = 20; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 20)).isGreaterThanOrEqualTo(60);
    }
  }

  @Test
  void allChatsTogetherGetThirtyWithinAnySecond() {
    Pace pace = new Pace(3, 20, 30);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      times.add(send(pace, i, false));
    }
    for (int i = 30; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 30)).isGreaterThanOrEqualTo(1);
    }
    assertThat(times.getLast()).isLessThan(10);
  }

  @Test
  void whoAskedFirstGoesFirst() {
    Pace pace = new Pace(3, 20, 30);
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      waits.add(pace.ask(i, false, START.plusMillis(i)));
    }
    for (int i = 0; i < 90; i++) {
      Instant turn = START.plusMillis(i).plus(waits.get(i));
      assertThat(turn).isEqualTo(START.plusSeconds(i / 30).plusMillis(i % 30));
    }
    assertThat(pace.ask(89, false, START.plusMillis(89).plus(waits.get(89)))).isZero();
    Duration late = pace.ask(100, false, START.plusSeconds(2).plusMillis(40));
    assertThat(late).as("behind all who asked before").isEqualTo(Duration.ofMillis(960));
  }

  @Test
  void aBlockedChatWaitsAsLongAsToldAndHoldsUpNobody() {
    Pace pace = new Pace(3, 20, 30);
    pace.block(1, START.plusSeconds(7));
    assertThat(pace.ask(1, false, START)).isEqualTo(Duration.ofSeconds(7));
    assertThat(pace.ask(2, false, START)).isZero();
    assertThat(pace.ask(1, false, START.plusMillis(6_999))).isEqualTo(Duration.ofMillis(1));
    assertThat(pace.ask(1, false, START.plusSeconds(7))).isZero();
  }
}
