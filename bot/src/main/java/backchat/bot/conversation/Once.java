package backchat.bot.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.Predicate;

/**
 * Remembers for a while what was done already, so that a double tap acts once. In memory only.
 * Thread-safe.
 */
public final class Once {
  private static final int MOST = 50_000;

  private final Duration memory;
  private final Clock clock;
  private final Predicate<String> elsewhere;
  private final LinkedHashMap<String, Instant> done = new LinkedHashMap<>();

  /**
   * @param memory how long a thing counts as done
   * @param clock by which memories end
   */
  public Once(Duration memory, Clock clock) {
    this(memory, clock, thing -> true);
  }

  /**
   * @param elsewhere asked about what is new here: whether it is also new to other processes
   */
  public Once(Duration memory, Clock clock, Predicate<String> elsewhere) {
    this.elsewhere = elsewhere;
    this.memory = memory;
    this.clock = clock;
  }

  /** Whether this is the first time; notes it. */
  public boolean first(String thing) {
    return isNew(thing) && elsewhere.test(thing);
  }

  private synchronized boolean isNew(String thing) {
    Instant now = clock.instant();
    while (!done.isEmpty()
        && (done.size() > MOST || !done.firstEntry().getValue().plus(memory).isAfter(now))) {
      done.pollFirstEntry();
    }
    return done.putIfAbsent(thing, now) == null;
  }
}
