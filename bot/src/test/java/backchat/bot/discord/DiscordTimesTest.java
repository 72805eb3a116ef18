package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.DiscordConfig;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Conversations;
import backchat.bot.conversation.CountedFeedback;
import backchat.bot.conversation.Flood;
import backchat.bot.conversation.Samples;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The three seconds, what was missed while nobody listened, and the end. */
final class DiscordTimesTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  private static final long FIVE_SECONDS = Duration.ofSeconds(5).toNanos();

  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final FakeUser user = discord.user(1);

  /** Commands whose answers take until the latch is down. */
  private static Commands slow(CountDownLatch latch) {
    InstantSource source =
        () -> {
          try {
            latch.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Instant.now();
        };
    return new Commands(
        Samples.knowledge(),
        new Conversations(source.withZone(ZoneOffset.UTC)),
        new CountedFeedback(),
        new Flood(1_000, 1_000, Clock.systemUTC()),
        List.of());
  }

  @Test
  void aLateAnswerIsAnnouncedInTimeAndFollows() {
    CountDownLatch latch = new CountDownLatch(1);
    try (Rig rig = Rig.up(discord, Rig.config(discord), slow(latch))) {
      String asked = user.slash(channel, "ask", "question", QUESTION, "private", "true");
      Sent thinking = discord.next(asked);
      assertThat(thinking.type()).isEqualTo(5);
      assertThat(thinking.isPrivate()).isTrue();
      assertThat(thinking.after()).isLessThan(Duration.ofSeconds(3).toNanos());
      latch.countDown();
      Sent answer = discord.next(asked);
      assertThat(answer.kind()).isEqualTo("edit");
      assertThat(answer.text()).contains("Sources");
      rig.settled();
    }
  }

  @Test
  void aServiceThatTakesItsTimeOverMessagesDoesNotHoldUpCommands() {
    try (Rig rig = Rig.up(discord, Rig.config(discord))) {
      discord.rest().delay("POST /channels/.*", Duration.ofSeconds(4));
      for (int i = 0; i < 20; i++) {
        discord.user(10 + i).tells(QUESTION);
      }
      Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION));
      assertThat(answer.type()).isEqualTo(4);
      assertThat(answer.after()).isLessThan(Duration.ofSeconds(1).toNanos());
      for (int i = 0; i < 20; i++) {
        discord.next(discord.user(10 + i).direct());
      }
      rig.settled();
    }
  }

  @Test
  void aCallbackThatTakesTwoSecondsOnTheWayIsInTime() {
    try (Rig rig = Rig.up(discord, Rig.config(discord))) {
      discord.rest().delay("POST /interactions/.*", Duration.ofSeconds(2));
      Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION));
      assertThat(answer.after()).isLessThan(Duration.ofSeconds(3).toNanos());
      discord.rest().heal();
      rig.settled();
    }
  }

  @Test
  void mentionsMissedWhileDownAreAnsweredOnce() {
    try (Rig first = Rig.up(discord, Rig.config(discord))) {
      user.mentions(channel, QUESTION);
      discord.next(channel);
      first.stop();
      discord.keep(channel, user.mentioning(channel, QUESTION));
      discord.keep(channel, Wire.message(discord.id(), channel, Wire.GUILD, Wire.user("7"), ""));
      discord.keep(channel, user.mentioning(channel, "how long is a session"));
      try (Rig second = Rig.up(discord, Rig.config(discord))) {
        discord.next(channel);
        discord.next(channel);
        second.settled();
        assertThat(discord.unseen()).isZero();
        second.stop();
        Rig third = Rig.up(discord, Rig.config(discord));
        third.settled();
        assertThat(discord.unseen()).isZero();
        third.stop();
      }
    }
  }

  @Test
  void whatCannotBeReadOrIsNotWantedIsNotCaughtUp() {
    discord.keep(channel, user.mentioning(channel, QUESTION));
    discord.permissions("3072"); // may see and write, may not read back
    Rig unable = Rig.up(discord, Rig.config(discord));
    unable.settled();
    unable.stop();
    discord.permissions(Wire.ALL);
    DiscordConfig plain = Rig.config(discord);
    DiscordConfig off =
        new DiscordConfig(
            plain.token(),
            plain.apiUrl(),
            plain.gatewayUrl(),
            plain.shards(),
            plain.homeServer(),
            Set.of(),
            Set.of(),
            Set.of(),
            Duration.ZERO,
            20);
    try (Rig unwilling = Rig.up(discord, off)) {
      unwilling.settled();
      assertThat(discord.unseen()).isZero();
      assertThat(discord.rest().count("GET /channels/.*")).isZero();
    }
  }

  @Test
  void allThreadsAreGoneAfterTheEndEvenWhenTheServiceDoesNotAnswer() {
    Rig polite = Rig.up(discord, Rig.config(discord));
    endsWithoutThreads(polite);
    Rig dead = Rig.up(discord, Rig.config(discord));
    user.mentions(channel, QUESTION);
    discord.next(channel);
    dead.settled();
    discord.cable().die();
    endsWithoutThreads(dead);
    discord.close();
  }

  private void endsWithoutThreads(Rig rig) {
    assertThat(ours()).isNotEmpty();
    long from = System.nanoTime();
    rig.stop();
    while (!ours().isEmpty() && System.nanoTime() - from < FIVE_SECONDS) {
      Thread.onSpinWait();
    }
    assertThat(ours()).isEmpty();
    System.out.printf(
        "closed, with no thread left, after %d ms%n", (System.nanoTime() - from) / 1_000_000);
  }

  /** Threads that the library or we made: all but the test server's and the JDK's. */
  private static Set<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(
            name ->
                name.matches(
                    "(?i).*(jda|discord|WritingThread|ReadingThread|ConnectThread|SessionController).*"))
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsInHandIsAnsweredBeforeTheEnd() {
    Rig rig = Rig.up(discord, Rig.config(discord));
    discord.rest().delay("POST /channels/.*", Duration.ofMillis(600));
    user.mentions(channel, QUESTION);
    discord.until("a call under way", () -> discord.rest().count("POST /channels/.*") == 1);
    rig.stop();
    discord.next(channel);
    discord.close();
  }
}
