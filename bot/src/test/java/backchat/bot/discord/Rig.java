package backchat.bot.discord;

import backchat.bot.config.DiscordConfig;
import backchat.bot.config.Secret;
import backchat.bot.config.Shards;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.Work;
import backchat.knowledge.Knowledge;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The adapter against the test server. Confined to one thread. */
final class Rig implements AutoCloseable {
  static final String MODERATOR_ROLE = "600000000000000001";

  private final FakeDiscord discord;
  private final DiscordPlatform platform;
  private final Work work;
  private boolean stopped;

  private Rig(FakeDiscord discord, DiscordPlatform platform, Work work) {
    this.discord = discord;
    this.platform = platform;
    this.work = work;
  }

  /** A configuration that points at the test server and leaves all else as it comes. */
  static DiscordConfig config(FakeDiscord discord) {
    return new DiscordConfig(
        Optional.of(new Secret(Wire.TOKEN)),
        Optional.of(discord.apiUrl()),
        Optional.empty(),
        Shards.AUTO,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Duration.ofMinutes(10),
        20);
  }

  /** The same with a home server, a moderator's role and a help forum. */
  static DiscordConfig home(FakeDiscord discord, String... forums) {
    return moderated(
        discord, Optional.of(Wire.GUILD), Set.of(MODERATOR_ROLE), Set.of(), Set.of(forums));
  }

  /** The same with moderators, by role in the home server and by user id. */
  static DiscordConfig moderated(
      FakeDiscord discord,
      Optional<String> home,
      Set<String> roles,
      Set<String> users,
      Set<String> forums) {
    DiscordConfig plain = config(discord);
    return new DiscordConfig(
        plain.token(),
        plain.apiUrl(),
        plain.gatewayUrl(),
        plain.shards(),
        home,
        roles,
        users,
        forums,
        plain.catchUp(),
        plain.catchUpMost());
  }

  /** A bot that is being started. */
  static Rig starting(
      FakeDiscord discord, DiscordConfig config, Commands commands, Knowledge knowledge)
      throws Platform.StartFailed {
    Work work = new Work(512);
    DiscordPlatform platform =
        new DiscordPlatform(
            config,
            commands,
            knowledge,
            work,
            Clock.systemUTC(),
            Duration.ofMillis(50),
            discord.patience());
    Rig rig = new Rig(discord, platform, work);
    platform.start();
    return rig;
  }

  /** A bot that is up and asks others whether what is new to it is also new to them. */
  static Rig claiming(FakeDiscord discord, Predicate<String> claims) {
    Work work = new Work(512);
    Clock clock = Clock.systemUTC();
    DiscordPlatform platform =
        new DiscordPlatform(
            config(discord), Samples.commands(clock), Samples.knowledge(), work, claims, clock);
    Rig rig = new Rig(discord, platform, work);
    try {
      platform.start();
    } catch (Platform.StartFailed e) {
      throw new AssertionError(e);
    }
    return rig.ready();
  }

  /** A bot that is up. */
  static Rig up(FakeDiscord discord, DiscordConfig config) {
    return up(discord, config, Samples.commands(Clock.systemUTC()));
  }

  /** A bot that is up, over these commands. */
  static Rig up(FakeDiscord discord, DiscordConfig config, Commands commands) {
    return up(discord, config, commands, Samples.knowledge());
  }

  /** A bot that is up, over these commands and this knowledge. */
  static Rig up(FakeDiscord discord, DiscordConfig config, Commands commands, Knowledge knowledge) {
    try {
      return starting(discord, config, commands, knowledge).ready();
    } catch (Platform.StartFailed e) {
      throw new AssertionError(e);
    }
  }

  Rig ready() {
    discord.until("a bot that is up", () -> platform.health().ready() && platform.inHand() == 0);
    return this;
  }

  /** Waits until the bot says of itself what it should. */
  Platform.Health says(String part) {
    return discord.await(
        "health with " + part,
        () -> Optional.of(platform.health()).filter(health -> health.says().contains(part)));
  }

  Work work() {
    return work;
  }

  DiscordPlatform platform() {
    return platform;
  }

  /** Waits until all that was sent has been taken in and nothing is in hand any more. */
  void settled() {
    String sentinel = discord.user(0).types(discord.textChannel(), "topics", "topic", "");
    discord.next(sentinel);
    discord.until("quiet", () -> platform.inHand() == 0);
  }

  /** Stops the bot and leaves the server. */
  void stop() {
    stopped = true;
    platform.stop(Duration.ofSeconds(2));
  }

  @Override
  public void close() {
    if (!stopped) {
      discord.until("quiet", () -> platform.inHand() == 0);
      stop();
    }
    discord.close();
  }

  /** A rig with a server of its own. */
  static Rig of(UnaryOperator<FakeDiscord> prepared) {
    FakeDiscord discord = prepared.apply(new FakeDiscord());
    return up(discord, config(discord));
  }

  FakeDiscord discord() {
    return discord;
  }
}
