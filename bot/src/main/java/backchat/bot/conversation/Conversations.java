package backchat.bot.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Which passage each conversation saw last, in memory only and for a short time. Thread-safe. */
public final class Conversations {
  /** How long a passage is remembered. */
  public static final Duration MEMORY = Duration.ofMinutes(10);

  private static final int MOST = 50_000;

  private record Seen(String passage, Instant at) {}

  private final Clock clock;
  private final LinkedHashMap<String, Seen> last = new LinkedHashMap<>();

  /**
   * @param clock by which memories end
   */
  public Conversations(Clock clock) {
    this.clock = clock;
  }

  /** Notes that a conversation was shown a passage. */
  public synchronized void saw(String conversation, String passage) {
    last.remove(conversation);
    last.put(conversation, new Seen(passage, clock.instant()));
    while (last.size() > MOST || isOld(last.firstEntry().getValue())) {
      last.pollFirstEntry();
    }
  }

  /** The id of the passage that a conversation saw in the last ten minutes. */
  public synchronized Optional<String> last(String conversation) {
    return Optional.ofNullable(last.get(conversation))
        .filter(seen -> !isOld(seen))
        .map(Seen::passage);
  }

  private boolean isOld(Seen seen) {
    return seen.at().plus(MEMORY).isBefore(clock.instant());
  }
}
