package backchat.bot;

import backchat.bot.conversation.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platforms of one process: started in order, stopped in reverse. Started and stopped from one
 * thread; {@link #health} from any.
 */
final class Bot {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final List<Platform> platforms;
  private final List<Platform> started = new ArrayList<>();

  /** Why platforms could not start, by name. */
  private final Map<String, String> failed = new ConcurrentHashMap<>();

  Bot(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  /**
   * Starts every platform; one that cannot start leaves the others to serve.
   *
   * @throws Platform.StartFailed if none can start until the operator mends something
   */
  void start() throws Platform.StartFailed {
    for (Platform platform : platforms) {
      try {
        platform.start();
        started.add(platform);
        LOG.info("{}: {}", platform.name(), platform.health().says());
      } catch (Platform.StartFailed | RuntimeException e) {
        stop(platform, Duration.ZERO);
        String why =
            e instanceof Platform.StartFailed
                ? e.getMessage()
                : platform.name() + " cannot start: " + e.getClass().getSimpleName();
        failed.put(platform.name(), why);
        LOG.error(
            "{}; {} is off until this is mended and Backchat restarted", why, platform.name());
      }
    }
    if (started.isEmpty()) {
      throw new Platform.StartFailed(String.join("\n", failed.values().stream().sorted().toList()));
    }
  }

  /** How every platform stands, by name, in the order of their start. */
  Map<String, Platform.Health> health() {
    Map<String, Platform.Health> all = new LinkedHashMap<>();
    for (Platform platform : platforms) {
      String why = failed.get(platform.name());
      all.put(
          platform.name(),
          why == null ? platform.health() : new Platform.Health(Platform.Condition.REFUSED, why));
    }
    return all;
  }

  /**
   * Stops every platform that was started, the last one first.
   *
   * @param most how long to wait for what is in hand, for all platforms together
   */
  void stop(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    for (Platform platform : started.reversed()) {
      stop(platform, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      LOG.info("{}: stopped", platform.name());
    }
    started.clear();
  }

  private static void stop(Platform platform, Duration most) {
    try {
      platform.stop(most);
    } catch (RuntimeException e) {
      LOG.error("{} did not stop well", platform.name(), e);
    }
  }
}
