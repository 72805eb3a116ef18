package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.knowledge.Knowledge;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 2,000 questions of 200 people at 200 a second: none lost, doubled or out of order. The limit on
 * messages in all is raised; the limit of one a second in a chat, after a short burst, stands. The
 * questions are small talk, so that the time taken is this package's own; with {@code
 * -Dload=questions} they are looked for in the knowledge.
 */
final class TelegramLoadTest {
  private static final int USERS = 200;
  private static final int EACH = 10;
  private static final int A_SECOND = 200;

  @TempDir private Path data;

  @Test
  void nothingIsLostDoubledOrOutOfOrder() {
    Knowledge knowledge = SmallKnowledge.open(data);
    boolean search = "questions".equals(System.getProperty("load"));
    Map<String, String> expected =
        search ? Expected.questions(knowledge, EACH) : Expected.smallTalk(knowledge, EACH);
    List<String> questions = List.copyOf(expected.keySet());
    TelegramRig rig = new TelegramRig();
    try (rig) {
      rig.start(
          data,
          TelegramRig.with(rig.config(), 1_000, 3, 1_000),
          Samples.commands(knowledge, Clock.systemUTC()));
      warmUp(rig, questions);
      List<Integer> updates = new ArrayList<>();
      long start = System.nanoTime();
      long gap = Duration.ofSeconds(1).toNanos() / A_SECOND;
      for (int i = 0; i < USERS * EACH; i++) {
        for (long now = System.nanoTime(); now < start + i * gap; now = System.nanoTime()) {
          LockSupport.parkNanos(start + i * gap - now);
        }
        updates.add(rig.users().says("user " + i % USERS, questions.get(i / USERS)));
      }
      List<Sent> sent = rig.server().await("all answers", all -> all.size() >= USERS * EACH + EACH);
      check(rig, sent.subList(EACH, sent.size()), expected, updates);
      rig.server().await("confirmation", all -> rig.server().state().allConfirmed());
      assertThat(rig.server().await("the end", all -> true)).hasSize(USERS * EACH + EACH);
    }
  }

  private static void warmUp(TelegramRig rig, List<String> questions) {
    for (int i = 0; i < EACH; i++) {
      rig.users().says("first " + i, questions.get(i));
    }
    rig.server().await("a warm start", sent -> sent.size() == EACH);
  }

  private static void check(
      TelegramRig rig, List<Sent> sent, Map<String, String> expected, List<Integer> updates) {
    Map<Long, List<Sent>> byChat = new HashMap<>();
    sent.forEach(one -> byChat.computeIfAbsent(one.chat(), c -> new ArrayList<>()).add(one));
    double[] millis = new double[USERS * EACH];
    for (int user = 0; user < USERS; user++) {
      List<Sent> seen = byChat.get(rig.users().id("user " + user));
      assertThat(Expected.numbers(expected, seen))
          .as("user " + user)
          .containsExactlyElementsOf(IntStream.range(0, EACH).boxed().toList());
      for (int i = 0; i < EACH; i++) {
        int number = i * USERS + user;
        long available = rig.server().state().availableSince(updates.get(number));
        millis[number] = (seen.get(i).nanos() - available) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "load: %d questions of %d people at %d a second; from update available to reply"
            + " requested: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
        millis.length,
        USERS,
        A_SECOND,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100],
        millis[millis.length - 1]);
  }
}
