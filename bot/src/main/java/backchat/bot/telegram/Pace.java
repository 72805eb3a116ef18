package backchat.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * When the next message may go: one a second in a chat after a short burst, so many a minute in a
 * group, so many a second in all, and nothing to a chat before Telegram's {@code retry_after} is
 * over. Pure arithmetic over the given times. Thread-safe.
 */
final class Pace {
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int FORGET_FROM = 2_000;

  /** What one chat was sent; times are those of the grants. */
  private static final class Chat {
    private Instant workedOff = Instant.MIN;
    private Instant blocked = Instant.MIN;
    private Optional<Instant> granted = Optional.empty();
    private final ArrayDeque<Instant> lastMinute = new ArrayDeque<>();

    private boolean isIdle(Instant now) {
      return !workedOff.isAfter(now)
          && !blocked.isAfter(now)
          && (lastMinute.isEmpty() || !lastMinute.peekLast().plus(MINUTE).isAfter(now));
    }
  }

  private final int burst;
  private final int groupAMinute;
  private final int inAllASecond;
  private final Map<Long, Chat> chats = new HashMap<>();
  private final ArrayDeque<Instant> lastSecond = new ArrayDeque<>();

  /**
   * @param burst messages to one chat at once
   * @param groupAMinute messages to one group within any minute
   * @param inAllASecond messages to all chats within any second
   */
  Pace(int burst, int groupAMinute, int inAllASecond) {
    this.burst = burst;
    this.groupAMinute = groupAMinute;
    this.inAllASecond = inAllASecond;
  }

  /**
   * Asks to send now. A chat has one message at a time on its way out. Among chats that wait for
   * their turn in the limit for all, the one that asked first goes first.
   *
   * @return how long to wait and then ask again; zero when the message may go, and is counted
   */
  synchronized Duration ask(long id, boolean group, Instant now) {
    forgetIdle(now);
    Chat chat = chats.computeIfAbsent(id, unused -> new Chat());
    if (chat.granted.isPresent()) {
      return waitForGranted(chat, now);
    }
    Instant from = later(chat.workedOff, now);
    Instant own = from.minus(EACH.multipliedBy(burst - 1L));
    Instant free = later(own, chat.blocked);
    if (group && chat.lastMinute.size() >= groupAMinute) {
      free = later(free, chat.lastMinute.peekFirst().plus(MINUTE));
    }
    if (free.isAfter(now)) {
      return Duration.between(now, free);
    }
    boolean full = lastSecond.size() >= inAllASecond;
    Instant turn = full ? later(now, lastSecond.peekFirst().plus(EACH)) : now;
    remember(lastSecond, turn, inAllASecond);
    chat.granted = Optional.of(turn);
    chat.workedOff = later(from, turn).plus(EACH);
    if (group) {
      remember(chat.lastMinute, turn, groupAMinute);
    }
    return waitForGranted(chat, now);
  }

  private static Duration waitForGranted(Chat chat, Instant now) {
    Instant turn = later(chat.granted.orElseThrow(), chat.blocked);
    if (turn.isAfter(now)) {
      return Duration.between(now, turn);
    }
    chat.granted = Optional.empty();
    return Duration.ZERO;
  }

  /** Telegram wants nothing for this chat until then. */
  synchronized void block(long id, Instant until) {
    Chat chat = chats.computeIfAbsent(id, unused -> new Chat());
    chat.blocked = later(chat.blocked, until);
  }

  private static void remember(ArrayDeque<Instant> grants, Instant now, int most) {
    grants.addLast(now);
    while (grants.size() > most) {
      grants.removeFirst();
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private void forgetIdle(Instant now) {
    if (chats.size() > FORGET_FROM) {
      for (Iterator<Chat> all = chats.values().iterator(); all.hasNext(); ) {
        if (all.next().isIdle(now)) {
          all.remove();
        }
      }
    }
  }
}
