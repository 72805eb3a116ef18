package backchat.bot;

import backchat.bot.conversation.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platforms of one process: started in order, stopped in reverse. Confined to one thread. */
final class Bot {
  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final List<Platform> platforms;
  private final List<Platform> started = new ArrayList<>();

  Bot(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  /**
   * Starts every platform; when one cannot start, those that did are stopped again.
   *
   * @throws Platform.StartFailed if the operator has to mend something
   */
  void start() throws Platform.StartFailed {
    try {
      for (Platform platform : platforms) {
        started.add(platform);
        platform.start();
        LOG.info("{}: {}", platform.name(), platform.health().says());
      }
    } catch (Platform.StartFailed | RuntimeException e) {
      stop(Duration.ZERO);
      throw e;
    }
  }

  /**
   * Stops every platform that was started, the last one first.
   *
   * @param most how long to wait for what is in hand, for all platforms together
   */
  void stop(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    for (Platform platform : started.reversed()) {
      try {
        platform.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        LOG.info("{}: stopped", platform.name());
      } catch (RuntimeException e) {
        LOG.error("{} did not stop well", platform.name(), e);
      }
    }
    started.clear();
  }
}
