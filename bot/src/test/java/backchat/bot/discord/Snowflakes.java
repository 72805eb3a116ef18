package backchat.bot.discord;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Fresh ids with the time in them, as Discord makes them. Thread-safe. */
final class Snowflakes {
  private static final long EPOCH = 1_420_070_400_000L;

  private final AtomicLong last = new AtomicLong();

  /** An id of now that nobody has had before. */
  String next() {
    long now = at(Instant.now());
    return Long.toUnsignedString(last.updateAndGet(before -> Math.max(before + 1, now)));
  }

  /** The first id of a moment. */
  static long at(Instant moment) {
    return (moment.toEpochMilli() - EPOCH) << 22;
  }
}
