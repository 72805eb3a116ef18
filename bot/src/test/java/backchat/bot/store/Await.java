package backchat.bot.store;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what must come true. Immutable. */
public final class Await {
  private static final Duration MOST = Duration.ofSeconds(30);

  private Await() {}

  /** Returns when it is true; fails when it is not within half a minute. */
  public static void until(Callable<Boolean> condition) {
    long end = System.nanoTime() + MOST.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("did not come true within " + MOST.toSeconds() + " s");
        }
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
