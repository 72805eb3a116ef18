package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
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
 * 2,000 questions of 200 people at 200 a second, looked for in all the knowledge by words: none
 * lost, doubled or out of order. The limit on messages in all is raised; the limit of one a second
 * in a chat, after a short burst, stands.
 */
final class TelegramLoadTest {
  private static final int USERS = 200;
  private static final int EACH = 10;
  private static final int A_SECOND = 200;

  /** So that the ten questions of one person lie far apart in the list. */
  private static final int STEP = 37;

  @TempDir private Path data;

  @Test
  void nothingIsLostDoubledOrOutOfOrder() {
    List<Expected> all = Expected.questions(Samples.knowledge());
    try (TelegramRig rig = new TelegramRig()) {
      rig.start(
          data,
          TelegramRig.with(rig.config(), 1_000, 3, 1_000),
          Samples.commands(Clock.systemUTC()));
      int warm = warmUp(rig, all);
      List<Integer> updates = new ArrayList<>();
      long start = System.nanoTime();
      long gap = Duration.ofSeconds(1).toNanos() / A_SECOND;
      for (int i = 0; i < USERS * EACH; i++) {
        for (long now = System.nanoTime(); now < start + i * gap; now = System.nanoTime()) {
          LockSupport.parkNanos(start + i * gap - now);
        }
        updates.add(
            rig.users().says("user " + i % USERS, of(all, i % USERS, i / USERS).question()));
      }
      List<Sent> sent =
          rig.server().await("all answers", done -> done.size() >= USERS * EACH + warm);
      check(rig, sent.subList(warm, sent.size()), all, updates);
      rig.server().await("confirmation", done -> rig.server().state().updates().allConfirmed());
      assertThat(rig.server().await("the end", done -> true)).hasSize(USERS * EACH + warm);
    }
  }

  /** What a person asks as their nth question. */
  private static Expected of(List<Expected> all, int user, int number) {
    return all.get((user * 3 + number * STEP) % all.size());
  }

  /** Answers some questions to others, so that the first ones don't wait for classes to load. */
  private static int warmUp(TelegramRig rig, List<Expected> all) {
    int count = USERS;
    for (int i = 0; i < count; i++) {
      rig.users().says("first " + i, all.get(i).question());
    }
    rig.server().await("a warm start", sent -> sent.size() == count);
    return count;
  }

  private static void check(
      TelegramRig rig, List<Sent> sent, List<Expected> all, List<Integer> updates) {
    Map<Long, List<Sent>> byChat = new HashMap<>();
    sent.forEach(one -> byChat.computeIfAbsent(one.chat(), c -> new ArrayList<>()).add(one));
    double[] millis = new double[USERS * EACH];
    for (int user = 0; user < USERS; user++) {
      int person = user;
      List<Sent> seen = byChat.get(rig.users().id("user " + user));
      assertThat(seen.stream().map(Sent::text))
          .as("user " + user)
          .containsExactlyElementsOf(
              IntStream.range(0, EACH).mapToObj(i -> of(all, person, i).answer()).toList());
      for (int i = 0; i < EACH; i++) {
        int number = i * USERS + user;
        long available = rig.server().state().updates().availableSince(updates.get(number));
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
