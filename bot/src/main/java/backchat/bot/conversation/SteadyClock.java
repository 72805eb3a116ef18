package backchat.bot.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * Starts at the time of the wall and then runs evenly, whatever is done to the wall's clock: what
 * waits or is remembered for a while must not do so for hours because a clock was set. Thread-safe.
 */
public final class SteadyClock extends Clock {
  private final Instant start;
  private final LongSupplier nanoseconds;
  private final long from;
  private final ZoneId zone;

  private SteadyClock(Instant start, LongSupplier nanoseconds, long from, ZoneId zone) {
    this.start = start;
    this.nanoseconds = nanoseconds;
    this.from = from;
    this.zone = zone;
  }

  /** Runs from now on. */
  public static SteadyClock from(Clock wall) {
    return from(wall, System::nanoTime);
  }

  /**
   * @param nanoseconds which only ever grow
   */
  static SteadyClock from(Clock wall, LongSupplier nanoseconds) {
    return new SteadyClock(wall.instant(), nanoseconds, nanoseconds.getAsLong(), wall.getZone());
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanoseconds.getAsLong() - from);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SteadyClock(start, nanoseconds, from, other);
  }
}
