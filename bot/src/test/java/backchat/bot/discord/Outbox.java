package backchat.bot.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the bot sent and nobody has looked at yet, by where it came. Thread-safe. */
final class Outbox {
  private static final Duration STEP = Duration.ofMillis(50);

  private final ConcurrentHashMap<String, BlockingQueue<Sent>> byPlace = new ConcurrentHashMap<>();
  private final List<Sent> inOrder = new ArrayList<>();

  void add(Sent sent) {
    synchronized (inOrder) {
      inOrder.add(sent);
      at(sent.where()).add(sent);
    }
  }

  private BlockingQueue<Sent> at(String place) {
    return byPlace.computeIfAbsent(place, p -> new LinkedBlockingQueue<>());
  }

  /**
   * Waits for what comes next at a place, and takes it; empty when nothing comes. It waits in many
   * steps, so that a machine that stood still is not taken for a bot that does not answer.
   */
  Optional<Sent> next(String place, Duration patience) {
    try {
      Sent sent = null;
      for (long steps = patience.dividedBy(STEP); steps > 0 && sent == null; steps--) {
        sent = at(place).poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
      }
      if (sent != null) {
        synchronized (inOrder) {
          inOrder.remove(sent);
        }
      }
      return Optional.ofNullable(sent);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes all, in the order of their coming. */
  List<Sent> takeAll() {
    synchronized (inOrder) {
      List<Sent> all = List.copyOf(inOrder);
      inOrder.clear();
      byPlace.values().forEach(BlockingQueue::clear);
      return all;
    }
  }

  /** Takes the first one that fits. */
  Optional<Sent> first(java.util.function.Predicate<Sent> fits) {
    synchronized (inOrder) {
      Optional<Sent> first = inOrder.stream().filter(fits).findFirst();
      first.ifPresent(
          sent -> {
            inOrder.remove(sent);
            at(sent.where()).remove(sent);
          });
      return first;
    }
  }

  int size() {
    synchronized (inOrder) {
      return inOrder.size();
    }
  }

  @Override
  public String toString() {
    synchronized (inOrder) {
      return inOrder.toString();
    }
  }
}
