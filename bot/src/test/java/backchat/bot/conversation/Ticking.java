package backchat.bot.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock for tests in which order shows: a millisecond passes between two looks at it. */
public final class Ticking {
  private Ticking() {}

  /** Begins now. Thread-safe. */
  public static Clock clock() {
    AtomicLong millis = new AtomicLong(System.currentTimeMillis());
    InstantSource source = () -> Instant.ofEpochMilli(millis.getAndIncrement());
    return source.withZone(ZoneOffset.UTC);
  }
}
