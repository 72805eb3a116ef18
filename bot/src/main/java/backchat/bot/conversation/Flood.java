package backchat.bot.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;

/**
 * Holds back an asker who sends more than anybody can read: a few requests at once are fine, then
 * one each so often; past that the asker hears "one moment" once and nothing more until there is
 * room again. In memory only. Thread-safe.
 */
public final class Flood {
  private static final int MOST = 50_000;

  /** What to do with a request. Immutable. */
  public enum Verdict {
    /** Answer it. */
    ANSWER,
    /** Say "one moment", once. */
    ONE_MOMENT,
    /** Say nothing. */
    QUIET
  }

  /**
   * When all earlier requests are worked off at the even pace, and whether the asker was told to
   * wait and was warned.
   */
  private record State(Instant workedOff, boolean told, boolean warned) {}

  private final int burst;
  private final Duration each;
  private final Clock clock;
  private final LinkedHashMap<String, State> states = new LinkedHashMap<>();

  /**
   * @param burst requests answered at once, at least 1
   * @param aMinute requests a minute after that, at least 1
   * @param clock by which requests are spaced
   */
  public Flood(int burst, int aMinute, Clock clock) {
    this.burst = burst;
    this.each = Duration.ofMinutes(1).dividedBy(aMinute);
    this.clock = clock;
  }

  /** Counts a request and says what to do with it. The operator is never held back. */
  public synchronized Verdict verdict(Asker asker) {
    if (asker.equals(Asker.OPERATOR)) {
      return Verdict.ANSWER;
    }
    Instant now = clock.instant();
    State state = states.remove(asker.key());
    Instant from = state == null || state.workedOff().isBefore(now) ? now : state.workedOff();
    Instant workedOff = from.plus(each);
    if (Duration.between(now, workedOff).compareTo(each.multipliedBy(burst)) <= 0) {
      states.put(asker.key(), new State(workedOff, false, false));
      forgetOld(now);
      return Verdict.ANSWER;
    }
    boolean told = state != null && state.told();
    states.put(asker.key(), new State(from, true, state != null && state.warned()));
    return told ? Verdict.QUIET : Verdict.ONE_MOMENT;
  }

  /** Whether somebody who is held back may still be sent a card: once until there is room again. */
  public synchronized boolean mayWarn(Asker asker) {
    State state = states.get(asker.key());
    if (state == null || state.warned()) {
      return false;
    }
    states.put(asker.key(), new State(state.workedOff(), state.told(), true));
    return true;
  }

  private void forgetOld(Instant now) {
    while (states.size() > MOST || states.firstEntry().getValue().workedOff().isBefore(now)) {
      states.pollFirstEntry();
    }
  }
}
