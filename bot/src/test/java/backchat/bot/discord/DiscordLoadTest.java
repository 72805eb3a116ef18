package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many people at once: nobody goes without an answer, nobody gets two, and all are in time. */
final class DiscordLoadTest {
  private static final int USERS = 200;
  private static final int EACH = 10;
  private static final List<String> QUESTIONS =
      List.of(
          "Does massage work for lower back pain?",
          "how long does a session take",
          "what is deep tissue massage",
          "my back hurts when i sit",
          "is heat or ice better",
          "what is the capital of mongolia");

  private final FakeDiscord discord = new FakeDiscord();
  private final List<Long> interactions = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> answers = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger announced = new AtomicInteger();
  private final List<Long> messages = Collections.synchronizedList(new ArrayList<>());

  @Test
  void twoThousandActsOfTwoHundredPeopleAreEachAnsweredOnce() throws Exception {
    List<String> channels =
        IntStream.range(0, USERS).mapToObj(i -> discord.channel(discord.id(), 0)).toList();
    try (Rig rig = Rig.up(discord, Rig.config(discord));
        ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      act(0, channels.getFirst()); // the first answer of all pays for loading classes
      interactions.clear();
      messages.clear();
      long from = System.nanoTime();
      List<Future<?>> all = new ArrayList<>();
      for (int user = 0; user < USERS; user++) {
        int number = user;
        all.add(people.submit(() -> act(number, channels.get(number))));
      }
      for (Future<?> one : all) {
        finished(one);
      }
      long took = System.nanoTime() - from;
      rig.settled();
      assertThat(discord.unseen()).isZero();
      assertThat(interactions.size() + messages.size()).isEqualTo(USERS * EACH);
      report(took);
    }
  }

  private static void finished(Future<?> one) throws InterruptedException, ExecutionException {
    one.get();
  }

  private void report(long took) {
    List<Long> first = interactions.stream().sorted().toList();
    List<Long> answered = answers.stream().sorted().toList();
    List<Long> posted = messages.stream().sorted().toList();
    System.out.printf(
        "Discord: %d acts of %d people in %.1f s; first response to %d interactions p50 %d ms, p99"
            + " %d ms, most %d ms, answers to them (%d announced first) p50 %d ms, p99 %d ms; to %d"
            + " messages p50 %d ms, p99 %d ms%n",
        USERS * EACH,
        USERS,
        took / 1e9,
        first.size(),
        part(first, 0.5),
        part(first, 0.99),
        part(first, 1),
        announced.get(),
        part(answered, 0.5),
        part(answered, 0.99),
        posted.size(),
        part(posted, 0.5),
        part(posted, 0.99));
    assertThat(first.getLast()).isLessThan(Duration.ofSeconds(3).toNanos());
  }

  private static long part(List<Long> sorted, double part) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * part)))
        / 1_000_000;
  }

  /** Ten acts of one person, each once the one before is answered. */
  private void act(int number, String channel) {
    FakeUser user = discord.user(1_000 + number);
    Sent last = null;
    for (int i = 0; i < EACH; i++) {
      String question = QUESTIONS.get((number + i) % QUESTIONS.size());
      switch ((number + i) % EACH) {
        case 0, 1, 2 -> last = interacted(user.slash(channel, "ask", "question", question));
        case 3 -> interacted(user.types(channel, "ask", "question", question.substring(0, 4)));
        case 4 -> interacted(user.slash(channel, "compare", "a", "Swedish", "b", "Deep tissue"));
        case 5 -> interacted(user.asksAbout(channel, other(channel, question)));
        case 6 -> interacted(pressed(user, channel, last));
        case 7 -> interacted(user.slash(channel, "topics"));
        case 8 -> {
          long from = System.nanoTime();
          user.tells(question);
          discord.next(user.direct());
          messages.add(System.nanoTime() - from);
        }
        default -> mentioned(user, channel, question);
      }
    }
  }

  private ObjectNode other(String channel, String question) {
    return Wire.message(discord.id(), channel, Wire.GUILD, Wire.user("123"), question);
  }

  private String pressed(FakeUser user, String channel, Sent last) {
    return last == null || last.labels().isEmpty()
        ? user.slash(channel, "about")
        : user.presses(channel, last, last.labels().getFirst());
  }

  /** The answer, also where it was announced first; the time is that of the first response. */
  private Sent interacted(String interaction) {
    Sent sent = discord.next(interaction);
    interactions.add(sent.after());
    if (sent.type() == 5) {
      announced.incrementAndGet();
      sent = discord.next(interaction);
    }
    answers.add(sent.after());
    return sent;
  }

  private void mentioned(FakeUser user, String channel, String question) {
    long from = System.nanoTime();
    String asked = user.mentions(channel, question).get("id").asText();
    Sent sent = discord.next(channel);
    assertThat(sent.body().path("message_reference").path("message_id").asText()).isEqualTo(asked);
    messages.add(System.nanoTime() - from);
  }
}
