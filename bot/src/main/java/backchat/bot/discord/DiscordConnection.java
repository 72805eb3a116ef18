package backchat.bot.discord;

import backchat.bot.config.DiscordConfig;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Platform.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards of this process, from the first check of the token to the last thread. Thread-safe.
 *
 * <p>JDA resumes after short breaks by itself; what it gives up on is either tried again here or
 * shown in {@link #health}, and nothing ends the process.
 */
final class DiscordConnection extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordConnection.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final DiscordConfig config;
  private final Duration apart;
  private final RestWatch watch;
  private final Pulse pulse;
  private final ShardFactory factory;
  private final Map<Integer, JDA> shards = new ConcurrentSkipListMap<>();
  private volatile String refused = "";
  private volatile String waiting = "not started";
  private volatile boolean closing;
  private volatile Turnstile turnstile;
  private volatile Thread starter;

  /**
   * @param apart how far apart two shards identify
   * @param pulse tells when a socket is dead
   * @param watch sees every call
   * @param listeners hear every event, each on a virtual thread of its own
   */
  DiscordConnection(
      DiscordConfig config, Duration apart, Pulse pulse, RestWatch watch, List<Object> listeners) {
    this.config = config;
    this.apart = apart;
    this.watch = watch;
    this.pulse = pulse;
    List<Object> all = new ArrayList<>(List.of(this, pulse));
    all.addAll(listeners);
    this.factory = new ShardFactory(config, watch, all);
  }

  /**
   * Asks whether the token is good and begins to connect.
   *
   * @throws Platform.StartFailed if it is not
   */
  void open() throws Platform.StartFailed {
    GatewayCheck.Outcome first = factory.check().ask();
    if (first instanceof GatewayCheck.Refused) {
      refused = "Discord refuses the token (401)";
      throw new Platform.StartFailed(
          refused + ": copy it again from the developer portal, page Bot, Reset Token");
    }
    starter = Thread.ofVirtual().name("discord-start").start(() -> start(first));
  }

  private void start(GatewayCheck.Outcome first) {
    try {
      GatewayCheck.Open open = reached(first);
      String gateway = config.gatewayUrl().orElse(open.url());
      turnstile = new Turnstile(gateway, open.atOnce(), apart);
      int total = config.shards().total().orElse(open.shards());
      for (int shard : config.shards().of(total)) {
        waiting = "logging in shard " + shard + " of " + total;
        connect(shard, total);
      }
      waiting = "";
      factory.repeat(pulse.every(), () -> pulse.check(shards.values(), factory::cut));
    } catch (InterruptedException e) {
      // closed while starting
    } catch (RuntimeException | Error e) {
      refuse("Discord cannot be started (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Asks until Discord can be reached, the token is refused or there are IDENTIFYs left. */
  private GatewayCheck.Open reached(GatewayCheck.Outcome first) throws InterruptedException {
    Duration wait = Duration.ofSeconds(1);
    for (GatewayCheck.Outcome outcome = first; ; outcome = factory.check().ask()) {
      Duration pause = wait;
      switch (outcome) {
        case GatewayCheck.Open open -> {
          int needed = config.shards().of(config.shards().total().orElse(open.shards())).size();
          if (open.left() >= needed) {
            return open;
          }
          pause = open.reset();
          waiting =
              "too many identifies today; waiting " + pause.toSeconds() + " s as Discord says";
        }
        case GatewayCheck.Refused no -> {
          refuse("Discord refuses the token (401)");
          throw new InterruptedException();
        }
        case GatewayCheck.OutOfReach far -> {
          pause = far.pause().compareTo(wait) > 0 ? far.pause() : wait;
          waiting = "Discord is out of reach: " + far.says();
          wait = longer(wait);
        }
      }
      LOG.warn("Discord: {}", waiting);
      Thread.sleep(pause);
    }
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
  }

  /** Logs one shard in, trying until it works or the token is refused. */
  private void connect(int shard, int total) throws InterruptedException {
    for (Duration wait = Duration.ofSeconds(1); !closing; wait = longer(wait)) {
      try {
        shards.put(shard, factory.shard(shard, total, turnstile));
        return;
      } catch (InvalidTokenException e) {
        refuse("Discord refuses the token (401)");
        throw new InterruptedException();
      } catch (RuntimeException | Error e) {
        if (closing) {
          return;
        }
        waiting = "login of shard " + shard + " failed (" + e.getClass().getSimpleName() + ")";
        LOG.warn("Discord: {}; tried again in {} s", waiting, wait.toSeconds());
        Thread.sleep(wait);
      }
    }
  }

  private void refuse(String why) {
    refused = why;
    LOG.error(
        "Discord: {}; nobody is answered there until this is mended and Backchat restarted", why);
  }

  /** JDA gave a shard up: says why, or begins anew where that may help. */
  @Override
  public void onShutdown(ShutdownEvent event) {
    if (closing) {
      return;
    }
    switch (event.getCode()) {
      case 4004 -> refuse("Discord refuses the token (4004)");
      case 4013, 4014 ->
          refuse(
              "Discord disallows the intents ("
                  + event.getCode()
                  + "): check the bot's page in the developer portal");
      case 4010 -> refuse("Discord knows no such shard (4010): check discord.shards");
      case 4011 -> refuse("Discord asks for more shards (4011): raise discord.shards and restart");
      default -> {
        if (shards.containsValue(event.getJDA())) {
          again(event.getJDA().getShardInfo(), event.getCode());
        }
      }
    }
  }

  private void again(JDA.ShardInfo shard, int code) {
    LOG.warn("Discord: shard {} ended with code {}; connecting anew", shard.getShardId(), code);
    Thread.ofVirtual()
        .name("discord-again")
        .start(
            () -> {
              try {
                connect(shard.getShardId(), shard.getShardTotal());
              } catch (InterruptedException e) {
                // refused
              }
            });
  }

  /** How the connection stands. */
  Platform.Health health() {
    if (closing) {
      return new Platform.Health(Condition.STOPPED, "closed");
    }
    Optional<Duration> silence = pulse.silence();
    if (!refused.isEmpty() || watch.refused()) {
      String why = refused.isEmpty() ? watch.trouble().orElse("") : refused;
      return new Platform.Health(Condition.REFUSED, why, silence);
    }
    Optional<JDA> down = shards.values().stream().filter(jda -> !isUp(jda)).findFirst();
    if (down.isPresent()) {
      JDA jda = down.get();
      String says = "shard " + jda.getShardInfo().getShardId() + " is not connected: " + words(jda);
      return new Platform.Health(Condition.CONNECTING, says, silence);
    }
    if (!waiting.isEmpty()) {
      return new Platform.Health(Condition.CONNECTING, waiting, silence);
    }
    String trouble = watch.trouble().map(says -> "; " + says).orElse("");
    return new Platform.Health(
        Condition.SERVING, "connected, shards: " + shards.size() + trouble, silence);
  }

  private boolean isUp(JDA jda) {
    return jda.getStatus() == JDA.Status.CONNECTED && !pulse.isLate(jda);
  }

  private String words(JDA jda) {
    return jda.getStatus() == JDA.Status.CONNECTED
        ? "no heartbeat"
        : jda.getStatus().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** The shards that were logged in. */
  List<JDA> shards() {
    return List.copyOf(shards.values());
  }

  /** How many events are being handled. */
  int inHand() {
    return factory.inHand();
  }

  /**
   * Answers what is in hand, then closes every shard, politely first, and leaves no thread behind.
   *
   * @param most how long to wait for what is in hand; closing takes up to three seconds more
   */
  void close(Duration most) {
    closing = true;
    if (starter != null) {
      starter.interrupt();
    }
    if (turnstile != null) {
      turnstile.close();
    }
    factory.close(most);
  }
}
