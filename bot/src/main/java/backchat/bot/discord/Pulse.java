package backchat.bot.discord;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GatewayPingEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the heartbeats of shards and has a socket cut when they fail to come. Thread-safe. */
final class Pulse extends ListenerAdapter {
  /** Discord's heartbeat is 41 s; after two of them without an answer nobody is there. */
  static final Duration LONGEST = Duration.ofSeconds(90);

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  /** Of the longest silence, how much passes before a heartbeat counts as late: 50 s of 90 s. */
  private static final int LATE_PARTS = 5;

  private static final int PARTS = 9;

  private final Duration longest;
  private final Duration late;
  private final Clock clock;
  private final Map<Integer, Instant> last = new ConcurrentHashMap<>();

  Pulse(Duration longest, Clock clock) {
    this.longest = longest;
    this.late = longest.multipliedBy(LATE_PARTS).dividedBy(PARTS);
    this.clock = clock;
  }

  /** How often to {@link #check}. */
  Duration every() {
    return longest.dividedBy(6);
  }

  @Override
  public void onGatewayPing(GatewayPingEvent event) {
    beat(event.getJDA());
  }

  @Override
  public void onStatusChange(StatusChangeEvent event) {
    beat(event.getJDA());
  }

  private void beat(JDA jda) {
    last.put(jda.getShardInfo().getShardId(), clock.instant());
  }

  /** Whether a shard's heartbeats are answered. */
  boolean isAlive(JDA jda) {
    Instant beat = last.get(jda.getShardInfo().getShardId());
    return beat == null || beat.plus(longest).isAfter(clock.instant());
  }

  /** Whether a heartbeat is overdue, though the socket is not given up yet. */
  boolean isLate(JDA jda) {
    Instant beat = last.get(jda.getShardInfo().getShardId());
    return beat != null && beat.plus(late).isBefore(clock.instant());
  }

  /** Since the quietest shard was last heard of; empty when none ever was. */
  Optional<Duration> silence() {
    return last.values().stream()
        .min(Comparator.naturalOrder())
        .map(beat -> Duration.between(beat, clock.instant()));
  }

  /** Looks at every shard once; a dead one is handed on, and may begin anew. */
  void check(Iterable<JDA> shards, IntConsumer cut) {
    for (JDA jda : shards) {
      if (jda.getStatus() == JDA.Status.CONNECTED && !isAlive(jda)) {
        int shard = jda.getShardInfo().getShardId();
        LOG.warn(
            "Discord: no heartbeat on shard {} for {} s; connecting anew",
            shard,
            longest.toSeconds());
        cut.accept(shard);
        beat(jda);
      }
    }
  }
}
