package backchat.bot.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets shards identify one after another, as far apart as Discord wants. Unlike JDA's own, it ends
 * at once when closed. Thread-safe.
 */
final class Turnstile extends SessionControllerAdapter implements AutoCloseable {
  /** How far apart Discord wants two IDENTIFYs of one bucket. */
  static final Duration APART = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Turnstile.class);

  private final String gateway;
  private final int buckets;
  private final Duration apart;
  private final Map<Integer, Bucket> open = new HashMap<>();
  private boolean closed;

  /**
   * @param gateway address to connect to
   * @param buckets how many shards may identify at once, at least 1
   * @param apart how long each bucket waits after a shard
   */
  Turnstile(String gateway, int buckets, Duration apart) {
    this.gateway = gateway;
    this.buckets = Math.max(1, buckets);
    this.apart = apart;
  }

  private record Bucket(
      LinkedBlockingQueue<SessionController.SessionConnectNode> queue, Thread thread) {}

  @Override
  public String getGateway() {
    return gateway;
  }

  @Override
  public synchronized void appendSession(SessionController.SessionConnectNode node) {
    if (!closed) {
      open.computeIfAbsent(node.getShardInfo().getShardId() % buckets, this::bucket)
          .queue()
          .add(node);
    }
  }

  @Override
  public synchronized void removeSession(SessionController.SessionConnectNode node) {
    open.values().forEach(bucket -> bucket.queue().remove(node));
  }

  private Bucket bucket(int number) {
    LinkedBlockingQueue<SessionController.SessionConnectNode> queue = new LinkedBlockingQueue<>();
    return new Bucket(
        queue, Thread.ofVirtual().name("discord-turnstile-" + number).start(() -> serve(queue)));
  }

  private void serve(LinkedBlockingQueue<SessionController.SessionConnectNode> queue) {
    try {
      while (true) {
        SessionController.SessionConnectNode node = queue.take();
        try {
          node.run(false);
        } catch (RuntimeException | Error e) {
          LOG.warn(
              "Discord: a shard could not connect ({}); tried again", e.getClass().getSimpleName());
          queue.add(node);
        }
        Thread.sleep(apart);
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    open.values().forEach(bucket -> bucket.thread().interrupt());
  }
}
