package backchat.bot.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is to be done for each chat one after the other, and for different chats at the same
 * time, each on a virtual thread while it has something to do. Thread-safe.
 */
final class Chains {
  private static final Logger LOG = LoggerFactory.getLogger(Chains.class);

  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-chat-", 0).factory());
  private final Map<String, ArrayDeque<Runnable>> waiting = new HashMap<>();
  private int pending;

  /**
   * Adds work.
   *
   * @param chain whose works are done in the order of their adding
   * @param work what it throws is logged, and the next work of its chain is done
   */
  synchronized void add(String chain, Runnable work) {
    pending++;
    ArrayDeque<Runnable> works = waiting.get(chain);
    if (works != null) {
      works.addLast(work);
      return;
    }
    waiting.put(chain, new ArrayDeque<>());
    executor.execute(() -> runAll(chain, work));
  }

  private void runAll(String chain, Runnable first) {
    for (Runnable work = first; work != null; work = next(chain)) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        LOG.error("a piece of work failed", e);
      }
    }
  }

  private synchronized Runnable next(String chain) {
    pending--;
    notifyAll();
    Runnable next = waiting.get(chain).pollFirst();
    if (next == null) {
      waiting.remove(chain);
    }
    return next;
  }

  /** Works that are not done. */
  synchronized int pending() {
    return pending;
  }

  /** Waits until at most so many works are left; false when the time is over first. */
  synchronized boolean awaitAtMost(int works, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (pending > works) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Interrupts what runs; what has not begun runs interrupted. */
  void stop() {
    executor.shutdownNow();
  }
}
