package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A clock that is set, forwards or back, makes nobody wait and forgets nothing too soon. */
final class SteadyClockTest {
  private final AtomicLong nanoseconds = new AtomicLong(-5);
  private final Wall wall = new Wall();
  private final SteadyClock clock = SteadyClock.from(wall, nanoseconds::get);

  /** A clock on the wall, which somebody may set. */
  private static final class Wall extends Clock {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void itRunsEvenlyWhateverTheWallSays() {
    Instant start = clock.instant();
    assertThat(start).isEqualTo(wall.instant());
    wall.now = wall.now.minus(Duration.ofDays(1));
    nanoseconds.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(3));
  }

  @Test
  void anAskerIsNotHeldBackForAnHourWhenTheClockIsSetBackAnHour() {
    Flood flood = new Flood(1, 60, clock);
    Asker asker = new Asker("someone", "", false);
    assertThat(flood.verdict(asker)).isEqualTo(Flood.Verdict.ANSWER);
    wall.now = wall.now.minus(Duration.ofHours(1));
    nanoseconds.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(flood.verdict(asker)).isEqualTo(Flood.Verdict.ANSWER);
  }
}
