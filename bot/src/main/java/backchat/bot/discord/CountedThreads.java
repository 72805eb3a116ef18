package backchat.bot.discord;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A virtual thread for each task, and how many are under way. Thread-safe. */
final class CountedThreads extends AbstractExecutorService {
  private static final Duration STEP = Duration.ofMillis(5);

  private final Thread.Builder.OfVirtual threads = Thread.ofVirtual().name("discord-event");
  private final AtomicInteger inHand = new AtomicInteger();
  private volatile boolean closed;

  @Override
  public void execute(Runnable task) {
    if (closed) {
      return;
    }
    inHand.incrementAndGet();
    threads.start(
        () -> {
          try {
            task.run();
          } finally {
            inHand.decrementAndGet();
          }
        });
  }

  /** How many tasks are under way. */
  int inHand() {
    return inHand.get();
  }

  @Override
  public void shutdown() {
    closed = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    closed = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean isTerminated() {
    return closed && inHand.get() == 0;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return quiet(Duration.ofNanos(unit.toNanos(timeout)));
  }

  /** Waits until nothing is under way, for so long at most; false when something still is. */
  boolean quiet(Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (inHand.get() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(STEP);
    }
    return inHand.get() == 0;
  }
}
