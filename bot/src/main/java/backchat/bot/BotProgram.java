package backchat.bot;

import backchat.bot.config.BrokenConfig;
import backchat.bot.config.Config;
import backchat.bot.config.ConfigReader;
import backchat.bot.config.Secret;
import backchat.bot.config.Setting;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Conversations;
import backchat.bot.conversation.Flood;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.SteadyClock;
import backchat.bot.conversation.Work;
import backchat.bot.discord.DiscordPlatform;
import backchat.bot.moderation.Drafts;
import backchat.bot.moderation.EditionFollower;
import backchat.bot.moderation.FolderWatch;
import backchat.bot.moderation.ImportCommands;
import backchat.bot.moderation.Moderation;
import backchat.bot.moderation.SharedQuestions;
import backchat.bot.moderation.StoredFeedback;
import backchat.bot.moderation.Subcommand;
import backchat.bot.operations.Logs;
import backchat.bot.operations.Metrics;
import backchat.bot.store.Sealer;
import backchat.bot.store.Store;
import backchat.bot.store.UpdateLedger;
import backchat.bot.telegram.TelegramAdapter;
import backchat.bot.terminal.BotRunner;
import backchat.bot.terminal.Streams;
import backchat.knowledge.BrokenContent;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What {@code run} does: reads the settings, starts the platforms, waits. Thread-safe. */
final class BotProgram implements BotRunner {
  /** Within the ten seconds that service managers and containers commonly give. */
  private static final Duration STOP = Duration.ofSeconds(8);

  private static final int SETTLING_SECONDS = 20;

  private final Map<String, String> environment;
  private final Clock clock;

  BotProgram(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public boolean wanted(Path file) {
    try {
      return ConfigReader.read(file, environment).hasPlatform();
    } catch (BrokenConfig e) {
      return true;
    }
  }

  @Override
  public int printSettings(Path file, Streams streams) {
    ConfigReader.Effective effective = ConfigReader.effective(file, environment);
    for (Setting setting : effective.settings()) {
      streams
          .out()
          .printf("%-34s %s%n", setting.key() + " = " + setting.value(), "# " + setting.from());
    }
    streams.out().flush();
    effective.problems().forEach(problem -> streams.err().println("backchat: " + problem));
    return effective.problems().isEmpty() ? 0 : 2;
  }

  @Override
  public Optional<Store> store(Path file) {
    try {
      return Optional.of(Store.open(ConfigReader.read(file, environment).store(), clock));
    } catch (BrokenConfig e) {
      return Optional.empty();
    }
  }

  @Override
  public int run(Path file, Optional<Path> knowledge, Options options, Streams streams) {
    try {
      Config config = ConfigReader.read(file, environment);
      if (!config.hasPlatform()) {
        streams
            .err()
            .println(
                "backchat: no platform has a token; set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN");
        return 2;
      }
      Logs.configure(config.operations().log(), secrets(config));
      serve(config, knowledge.orElse(config.knowledge()), Caches.of(config, options), streams);
      return 0;
    } catch (BrokenConfig e) {
      e.problems().forEach(problem -> streams.err().println("backchat: " + problem));
      return 2;
    } catch (BrokenContent e) {
      streams.err().println("backchat: the knowledge has errors; './backchat check' lists them");
      return 1;
    } catch (Platform.StartFailed e) {
      streams.err().println("backchat: " + e.getMessage());
      return 1;
    }
  }

  private static List<String> secrets(Config config) {
    return Stream.of(config.telegram().token(), config.discord().token(), config.store().password())
        .flatMap(Optional::stream)
        .map(Secret::value)
        .toList();
  }

  private void serve(Config config, Path folder, Options options, Streams streams)
      throws Platform.StartFailed, BrokenContent {
    // the database opens in the background while the knowledge is read
    Store store = Store.open(config.store(), clock);
    Knowledge knowledge = knowledge(folder, options, store);
    Clock steady = SteadyClock.from(clock);
    Work work = new Work(config.limits().workInHand());
    Operations operations = new Operations(knowledge, work);
    Bot bot = new Bot(platforms(config, knowledge, store, work, operations.metrics(), steady));
    operations.watch(store);
    operations.serve(config.operations(), bot);
    store.notices().listen(new EditionFollower(knowledge));
    bot.start();
    // what only starting took goes back to the system once the platforms have settled
    CompletableFuture.delayedExecutor(SETTLING_SECONDS, TimeUnit.SECONDS).execute(System::gc);
    streams.out().println("Backchat serves; Ctrl-C or SIGTERM stops it.");
    streams.out().flush();
    waitForTheEnd(bot, store);
  }

  private Knowledge knowledge(Path folder, Options options, Store store) throws BrokenContent {
    try {
      return Knowledge.open(folder, clock, options);
    } catch (BrokenContent e) {
      store.close();
      throw e;
    }
  }

  /** The platforms that have a token, in the order of their start. */
  private static List<Platform> platforms(
      Config config, Knowledge knowledge, Store store, Work work, Metrics metrics, Clock clock) {
    Flood flood = new Flood(config.limits().burst(), config.limits().requestsAMinute(), clock);
    List<Subcommand> more =
        config.moderation().importing()
            ? new ImportCommands(knowledge, new Drafts(clock)).all()
            : List.of();
    Moderation moderation = Moderation.of(knowledge, store, clock, more);
    Commands commands =
        new Commands(
            knowledge,
            new Conversations(clock),
            new StoredFeedback(store.feedback()),
            flood,
            new SharedQuestions(store.gaps(), clock),
            List.of(moderation.command()));
    List<Platform> platforms = new ArrayList<>();
    if (config.telegram().token().isPresent()) {
      Platform telegram =
          new TelegramAdapter(
              config.telegram(),
              ledgers(config, store, clock),
              commands.operated(metrics.tally("telegram"), config.contact()),
              work,
              config.limits().workInHand(),
              clock);
      config
          .moderation()
          .telegramChat()
          .ifPresent(chat -> moderation.tell(note -> telegram.tell(chat.toString(), note)));
      platforms.add(telegram);
    }
    if (config.discord().token().isPresent()) {
      Platform discord =
          new DiscordPlatform(
              config.discord(),
              commands.operated(metrics.tally("discord"), config.contact()),
              knowledge,
              work,
              store.claims("discord", new Sealer(config.discord().token().get().value())),
              clock);
      config
          .moderation()
          .discordChannel()
          .ifPresent(channel -> moderation.tell(note -> discord.tell(channel, note)));
      platforms.add(discord);
    }
    if (config.moderation().watch()) {
      new FolderWatch(knowledge, moderation, FolderWatch.EVERY);
    }
    return platforms;
  }

  /** Several processes share a ledger where they share a database. */
  private static UpdateLedger.Opener ledgers(Config config, Store store, Clock clock) {
    return store.isShared()
        ? sealer -> store.ledger("telegram", sealer)
        : sealer -> UpdateLedger.open(config.data().resolve(UpdateLedger.FILE), sealer, clock);
  }

  /** Returns never: the process ends when its hooks have run. */
  private static void waitForTheEnd(Bot bot, Store store) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  bot.stop(STOP);
                  store.close();
                },
                "stop"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
