package backchat.bot.conversation;

import java.util.concurrent.Semaphore;

/** A bound on the work in hand; past it askers hear "busy". Thread-safe. */
public final class Work {
  private final int most;
  private final Semaphore room;

  /**
   * @param most pieces of work in hand at once, at least 1
   */
  public Work(int most) {
    this.most = most;
    this.room = new Semaphore(most);
  }

  /** Takes a place, to be given back with {@link #leave}; false when there is none. */
  public boolean enter() {
    return room.tryAcquire();
  }

  /** Gives a place back. */
  public void leave() {
    room.release();
  }

  /** How much is in hand. */
  public int inHand() {
    return most - room.availablePermits();
  }
}
