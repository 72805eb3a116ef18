package backchat.bot.discord;

import backchat.bot.config.DiscordConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Makes JDA's shards on pools, a client and sockets of our own, so that all of it can be closed.
 * Thread-safe.
 */
final class ShardFactory {
  /** Messages to us, in servers and alone; neither needs a privilege. */
  private static final EnumSet<GatewayIntent> INTENTS =
      EnumSet.of(GatewayIntent.GUILD_MESSAGES, GatewayIntent.DIRECT_MESSAGES);

  private static final Duration POLITE = Duration.ofMillis(1_500);
  private static final Duration FIRM = Duration.ofMillis(1_500);

  private final DiscordConfig config;
  private final List<Object> listeners;
  private final String apiUrl;
  private final Map<Integer, Sockets> sockets = new ConcurrentHashMap<>();
  private final OkHttpClient client;
  private final ScheduledExecutorService timers;
  private final ExecutorService virtual =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("discord-", 0).factory());
  private final CountedThreads events = new CountedThreads();
  private final Set<JDA> made = ConcurrentHashMap.newKeySet();

  ShardFactory(DiscordConfig config, RestWatch watch, List<Object> listeners) {
    Message.suppressContentIntentWarning();
    this.config = config;
    this.listeners = List.copyOf(listeners);
    this.apiUrl = config.apiUrl().orElse(RestConfig.DEFAULT_BASE_URL);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(virtual))
            .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS))
            .addInterceptor(watch)
            .build();
    this.timers =
        Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("discord-timer-", 0).factory());
  }

  private String token() {
    return config.token().orElseThrow().value();
  }

  GatewayCheck check() {
    return new GatewayCheck(client, apiUrl, token());
  }

  /** Logs a shard in and queues it for the gateway; blocks for one call. */
  JDA shard(int shard, int total, Turnstile turnstile) {
    JDA jda =
        JDABuilder.createLight(token(), INTENTS)
            .setRestConfig(new RestConfig().setBaseUrl(apiUrl))
            .setSessionController(turnstile)
            .setWebsocketFactory(sockets.computeIfAbsent(shard, s -> new Sockets()).factory())
            .setHttpClient(client)
            .setRateLimitScheduler(timers, false)
            .setRateLimitElastic(virtual, false)
            .setGatewayPool(timers, false)
            .setCallbackPool(virtual, false)
            .setEventPool(events, false)
            .setEnableShutdownHook(false)
            .setMaxReconnectDelay(60)
            .useSharding(shard, total)
            .addEventListeners(listeners.toArray())
            .build();
    made.add(jda);
    return jda;
  }

  /** Cuts the socket of a shard, which then resumes on a new one. */
  void cut(int shard) {
    Sockets made = sockets.get(shard);
    if (made != null) {
      made.cut();
    }
  }

  /** Does something again and again until the end. */
  void repeat(Duration every, Runnable task) {
    timers.scheduleWithFixedDelay(
        () -> Serving.guarded("check", task),
        every.toMillis(),
        every.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  /** How many events are being handled. */
  int inHand() {
    return events.inHand();
  }

  /**
   * Closes shards, politely first, then what they ran on.
   *
   * @param most how long to wait for events in hand
   */
  void close(Duration most) {
    try {
      events.quiet(most);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    made.forEach(JDA::shutdown);
    if (!awaited(POLITE)) {
      made.forEach(JDA::shutdownNow);
      sockets.values().forEach(Sockets::cut);
      awaited(FIRM);
    }
    sockets.values().forEach(Sockets::cut);
    events.shutdownNow();
    virtual.shutdownNow();
    timers.shutdownNow();
    client.connectionPool().evictAll();
  }

  private boolean awaited(Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    boolean all = true;
    try {
      for (JDA jda : made) {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        all &= jda.awaitShutdown(left, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return all;
  }
}
