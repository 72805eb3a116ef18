package backchat.bot.conversation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** A bound on the work in hand; past it askers hear "busy". Thread-safe. */
public final class Work {
  private final int most;
  private final Semaphore room;
  private final LongAdder turnedAway = new LongAdder();

  /**
   * @param most pieces of work in hand at once, at least 1
   */
  public Work(int most) {
    this.most = most;
    this.room = new Semaphore(most);
  }

  /** Takes a place, to be given back with {@link #leave}; false when there is none. */
  public boolean enter() {
    boolean entered = room.tryAcquire();
    if (!entered) {
      turnedAway.increment();
    }
    return entered;
  }

  /** Gives a place back. */
  public void leave() {
    room.release();
  }

  /** How much may be in hand. */
  public int most() {
    return most;
  }

  /** How often there was no place. */
  public long turnedAway() {
    return turnedAway.sum();
  }

  /** How much is in hand. */
  public int inHand() {
    return most - room.availablePermits();
  }
}
