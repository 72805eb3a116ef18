package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backchat.bot.config.DiscordConfig;
import backchat.bot.config.Secret;
import backchat.bot.config.Shards;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may go wrong between us and Discord, how it shows, and that nothing is lost or doubled. */
final class DiscordFaultsTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final FakeUser user = discord.user(1);
  private Rig rig;

  @AfterEach
  void stop() {
    if (rig != null) {
      rig.close();
    } else {
      discord.close();
    }
  }

  private void up() {
    rig = Rig.up(discord, Rig.config(discord));
  }

  private void starting(DiscordConfig config) throws Platform.StartFailed {
    rig = Rig.starting(discord, config, Samples.commands(Clock.systemUTC()), Samples.knowledge());
  }

  /** One question gets one answer, so the bot is well. */
  private void isAnsweredOnce() {
    user.mentions(channel, QUESTION);
    discord.next(channel);
    rig.settled();
    assertThat(discord.unseen()).isZero();
  }

  private static DiscordConfig with(DiscordConfig config, String token, Shards shards) {
    return new DiscordConfig(
        Optional.of(new Secret(token)),
        config.apiUrl(),
        config.gatewayUrl(),
        shards,
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        config.catchUp(),
        config.catchUpMost());
  }

  @Test
  void aWrongTokenIsToldAtStart() {
    DiscordConfig wrong = with(Rig.config(discord), "wrong-planted-token", Shards.AUTO);
    assertThatThrownBy(() -> starting(wrong))
        .isInstanceOf(Platform.StartFailed.class)
        .hasMessageContaining("401")
        .hasMessageNotContaining("planted");
  }

  @ParameterizedTest
  @ValueSource(ints = {4004, 4010, 4011, 4013, 4014})
  void whatTheOperatorMustMendIsShownAndNotTriedAgain(int code) throws Platform.StartFailed {
    discord.gateway().refuse(code);
    starting(Rig.config(discord));
    assertThat(rig.says(String.valueOf(code)).ready()).isFalse();
    assertThat(discord.gateway().count("identify")).isEqualTo(1);
  }

  @Test
  void aTokenTakenAwayLaterIsShown() {
    up();
    discord.gateway().refuse(4004);
    discord.gateway().invalidate();
    assertThat(rig.says("4004").ready()).isFalse();
  }

  @Test
  void tooManyIdentifiesAreWaitedOut() throws Platform.StartFailed {
    discord.rest().identifiesLeft(0, 300);
    starting(Rig.config(discord));
    assertThat(rig.says("too many identifies").ready()).isFalse();
    assertThat(discord.gateway().count("identify")).isZero();
    discord.rest().identifiesLeft(1_000, 300);
    rig.ready();
    isAnsweredOnce();
  }

  @Test
  void aServiceThatIsDownAtStartIsTriedUntilItIsUp() throws Platform.StartFailed {
    discord.rest().failNext("GET /gateway/bot", FakeRest.error(503, 0, "down"));
    discord.rest().failNext("GET /users/@me", FakeRest.error(500, 0, "down"));
    discord.rest().failNext("GET /", FakeRest.error(503, 0, "down"));
    starting(Rig.config(discord));
    rig.says("out of reach: it answers 503");
    rig.ready();
    isAnsweredOnce();
  }

  @Test
  void anErrorInsideIsOneApologyAndTheNextIsAnswered() {
    rig = Rig.up(discord, Rig.config(discord), Samples.failing(Clock.systemUTC()));
    Sent apology = discord.next(user.slash(channel, "boom"));
    assertThat(apology.text()).contains("Sorry, something went wrong on my side");
    isAnsweredOnce();
  }

  @Test
  void aCutSocketIsResumedAndWhatCameMeanwhileIsAnswered() {
    up();
    for (int i = 0; i < 3; i++) {
      discord.cable().cut();
      isAnsweredOnce();
    }
    assertThat(discord.gateway().count("identify")).isEqualTo(1);
    assertThat(discord.gateway().count("resume")).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 4000, 4009})
  void aClosedSocketIsResumed(int code) {
    up();
    discord.gateway().close(code);
    isAnsweredOnce();
  }

  @Test
  void aRequestToReconnectIsFollowed() {
    up();
    discord.gateway().askToReconnect();
    isAnsweredOnce();
    discord.until("a resume", () -> discord.gateway().count("resume") == 1);
    rig.ready();
  }

  @Test
  void aDeadSocketIsNoticedByItsHeartbeats() {
    discord.gateway().heartbeat(300);
    up();
    discord.cable().die();
    user.mentions(channel, QUESTION);
    rig.says("not connected");
    discord.next(channel);
    rig.ready();
    isAnsweredOnce();
  }

  @Test
  void aLostSessionIsBegunAnewAndMissedMentionsAreAnswered() {
    up();
    discord.gateway().invalidate();
    user.mentions(channel, QUESTION);
    rig.says("not connected");
    discord.next(channel);
    rig.ready();
    isAnsweredOnce();
    assertThat(discord.gateway().count("identify")).isEqualTo(2);
  }

  @Test
  void aLimitOfOneChannelHoldsUpNothingElse() {
    up();
    discord.rest().failNext("POST /channels/" + channel + "/messages", FakeRest.limited(1, false));
    user.mentions(channel, QUESTION);
    rig.says("429");
    user.tells(QUESTION);
    discord.next(user.direct());
    assertThat(discord.unseen()).isZero();
    discord.next(channel);
    assertThat(rig.platform().health().ready()).isTrue();
  }

  @Test
  void aLimitOfAllCallsIsWaitedOutButCommandsAreAnswered() {
    up();
    discord.rest().failNext("POST /channels/.*", FakeRest.limited(2, true));
    user.mentions(channel, QUESTION);
    rig.says("all calls wait");
    Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION));
    assertThat(answer.after()).isLessThan(Duration.ofSeconds(1).toNanos());
    assertThat(discord.unseen()).isZero();
    discord.next(channel);
  }

  @Test
  void aServiceThatFailsIsTriedAgainAndAnswersOnce() {
    up();
    for (int i = 0; i < 2; i++) {
      discord.rest().failNext("POST /channels/.*", FakeRest.error(503, 0, "down"));
    }
    user.mentions(channel, QUESTION);
    rig.says("answers 503");
    discord.next(channel);
    rig.settled();
    assertThat(discord.unseen()).isZero();
  }

  @Test
  void whatCannotBeReadIsLeftAndTheNextIsAnswered() {
    up();
    discord.gateway().raw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":99,\"d\":{\"id\":\"x\"}}");
    discord.gateway().raw("no json");
    discord.gateway().raw("{\"op\":77}");
    isAnsweredOnce();
  }

  @Test
  void whatFailsBeforeItsAnswerIsBegunIsToldAndTheNextIsAnswered() {
    AtomicInteger failures = new AtomicInteger(3);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      rig =
          Rig.claiming(
              discord,
              thing -> {
                if (failures.getAndDecrement() > 0) {
                  throw new IllegalStateException("planted");
                }
                return true;
              });
      user.slash(channel, "ask", "question", QUESTION);
      user.press(channel, discord.id(), false, "a0.zzz.", "");
      user.mentions(channel, QUESTION);
      rig.settled();
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("a command was not answered: IllegalStateException")
        .contains("a button was not answered: IllegalStateException")
        .contains("a message was not answered: IllegalStateException")
        .doesNotContain("planted");
    isAnsweredOnce();
  }

  @Test
  void whereWeMayNotWriteWeSayNothingAndGoOn() {
    discord.permissions("66560"); // may see and read, may not write
    up();
    user.mentions(channel, QUESTION);
    rig.settled();
    assertThat(discord.unseen()).isZero();
    discord.next(user.slash(channel, "ask", "question", QUESTION));
  }

  @Test
  void shardsOfOneProcessServeTheirServersOnly() throws Platform.StartFailed {
    Shards all = new Shards(0, 3, OptionalInt.of(4));
    starting(with(Rig.config(discord), Wire.TOKEN, all));
    rig.ready();
    assertThat(discord.gateway().connected()).isEqualTo(4);
    assertThat(discord.gateway().log())
        .contains("identify [0,4]", "identify [1,4]", "identify [2,4]", "identify [3,4]");
    isAnsweredOnce();
    user.tells(QUESTION);
    discord.next(user.direct());
    assertThat(discord.rest().count("PUT .*commands")).isEqualTo(1);
  }

  @Test
  void asManyShardsAsDiscordWantsAreStarted() {
    discord.rest().shards(2);
    up();
    assertThat(discord.gateway().connected()).isEqualTo(2);
    isAnsweredOnce();
  }
}
