package backchat.bot.discord;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Makes answers on all processors but one, so that under a rush the threads that talk to Discord
 * still get their turn. What has three seconds goes before what has not. Thread-safe.
 */
final class Answering implements AutoCloseable {
  private static final int URGENT = 0;
  private static final int PATIENT = 1;
  private static final int IDLE = 2;

  /** How much urgent work waits. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final AtomicLong numbers = new AtomicLong();

  /** What a piece of work takes, as a mean that forgets. */
  private final AtomicLong nanoseconds = new AtomicLong();

  private final ThreadPoolExecutor threads;

  Answering() {
    int processors = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    threads =
        new ThreadPoolExecutor(
            processors,
            processors,
            1,
            TimeUnit.MINUTES,
            new PriorityBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("discord-answer-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** A piece of work with its place in the queue. */
  private record Task(int rank, long number, Runnable work) implements Runnable, Comparable<Task> {
    @Override
    public void run() {
      work.run();
    }

    @Override
    public int compareTo(Task other) {
      return rank == other.rank ? Long.compare(number, other.number) : rank - other.rank;
    }
  }

  /** Makes what must be there within three seconds. */
  <T> CompletableFuture<T> urgent(Supplier<T> made) {
    waiting.incrementAndGet();
    return run(
        URGENT,
        () -> {
          waiting.decrementAndGet();
          return made.get();
        });
  }

  /** Makes what may take its time. */
  <T> CompletableFuture<T> patient(Supplier<T> made) {
    return run(PATIENT, made);
  }

  /** Makes something when there is nothing else to do. */
  <T> CompletableFuture<T> idle(Supplier<T> made) {
    return run(IDLE, made);
  }

  /** Makes what may take long and is not in the way of the rest. */
  <T> CompletableFuture<T> aside(Supplier<T> made) {
    return CompletableFuture.supplyAsync(
        made, work -> Thread.ofVirtual().name("discord-aside").start(work));
  }

  private <T> CompletableFuture<T> run(int rank, Supplier<T> made) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Runnable work =
        () -> {
          long from = System.nanoTime();
          try {
            future.complete(made.get());
          } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
          }
          long took = System.nanoTime() - from;
          nanoseconds.updateAndGet(mean -> mean + (took - mean) / 16);
        };
    threads.execute(new Task(rank, numbers.incrementAndGet(), work));
    return future;
  }

  /** How long new urgent work will wait, going by what is there and what it took lately. */
  Duration queue() {
    long each = waiting.get() / threads.getCorePoolSize();
    return Duration.ofNanos(each * nanoseconds.get());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
