package backchat.bot.discord;

import backchat.bot.config.DiscordConfig;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Once;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Work;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backchat on Discord. Thread-safe; started and stopped once. */
public final class DiscordPlatform implements Platform {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordPlatform.class);
  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(4);
  private static final int WARM_UP = 60;

  private final DiscordRenderer renderer = new DiscordRenderer();
  private final Serving serving;
  private final CatchUp catchUp;
  private final DiscordConnection connection;

  /**
   * @param config how to reach Discord, and who may do what
   * @param commands answers requests
   * @param knowledge is asked what to suggest
   * @param work bounds what is in hand, shared with other platforms
   * @param clock of the wall
   * @param claims whether what is new here is also new to other processes of this bot
   */
  public DiscordPlatform(
      DiscordConfig config,
      Commands commands,
      Knowledge knowledge,
      Work work,
      Predicate<String> claims,
      Clock clock) {
    this(
        config,
        commands,
        knowledge,
        work,
        new Once(REMEMBERED, clock, claims),
        clock,
        Turnstile.APART,
        Pulse.LONGEST);
  }

  /**
   * @param apart how far apart shards identify
   * @param silence after which a socket counts as dead
   */
  DiscordPlatform(
      DiscordConfig config,
      Commands commands,
      Knowledge knowledge,
      Work work,
      Clock clock,
      Duration apart,
      Duration silence) {
    this(config, commands, knowledge, work, new Once(REMEMBERED, clock), clock, apart, silence);
  }

  private DiscordPlatform(
      DiscordConfig config,
      Commands commands,
      Knowledge knowledge,
      Work work,
      Once once,
      Clock clock,
      Duration apart,
      Duration silence) {
    this.serving = new Serving(commands, knowledge, work, new Answering(), once, config);
    Messages messages = new Messages(serving, renderer);
    this.catchUp = new CatchUp(serving, messages, clock);
    this.connection =
        new DiscordConnection(
            config,
            apart,
            new Pulse(silence, clock),
            new RestWatch(clock, commands.tally()),
            List.of(new Interactions(serving, renderer), messages, new Arrival()));
  }

  /** What is done when a shard has come up. */
  private final class Arrival extends ListenerAdapter {
    @Override
    public void onReady(ReadyEvent event) {
      arrived(event.getJDA());
    }

    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
      Serving.guarded("missed mention", () -> catchUp.run(event.getJDA()));
    }
  }

  private void arrived(JDA shard) {
    if (shard.getShardInfo().getShardId() == 0) {
      Serving.guarded(
          "list of commands",
          () -> SlashUpload.open(shard, SlashList.open(serving.commands().all())));
    }
    serving
        .config()
        .homeServer()
        .map(shard::getGuildById)
        .ifPresent(
            (Guild home) ->
                Serving.guarded(
                    "list of commands",
                    () ->
                        SlashUpload.server(home, SlashList.moderators(serving.commands().all()))));
    Serving.guarded("missed mention", () -> catchUp.run(shard));
  }

  @Override
  public String name() {
    return "Discord";
  }

  @Override
  public void start() throws StartFailed {
    connection.open();
    warmUp();
  }

  /** Answers some questions for nobody, so that the first askers don't wait for classes to load. */
  private void warmUp() {
    Edition edition = serving.knowledge().edition();
    Replies replies = new Replies(edition);
    edition.content().passages().stream()
        .limit(WARM_UP)
        .map(passage -> new Question(passage.question()))
        .forEach(
            question ->
                serving
                    .answering()
                    .idle(
                        () ->
                            renderer.render(
                                replies.of(edition.answer(question, Context.NONE)),
                                Around.NOTHING)));
  }

  @Override
  public Health health() {
    return connection.health();
  }

  /** How many events are being handled. */
  int inHand() {
    return connection.inHand();
  }

  @Override
  public void tell(String place, Reply reply) {
    Serving.guarded(
        "note for moderators",
        () ->
            connection.shards().stream()
                .map(shard -> shard.getChannelById(MessageChannel.class, place))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresentOrElse(
                    channel ->
                        channel.sendMessage(renderer.render(reply, Around.NOTHING)).complete(),
                    () -> LOG.warn("Discord: moderation.discord-channel is no channel of ours")));
  }

  @Override
  public void stop(Duration most) {
    connection.close(most.compareTo(LAST_ANSWERS) < 0 ? most : LAST_ANSWERS);
    serving.answering().close();
  }
}
