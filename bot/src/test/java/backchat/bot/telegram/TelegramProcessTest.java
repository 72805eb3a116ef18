package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.BotProcess;
import backchat.bot.conversation.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real program as a process: killed, stopped, and started with a wrong token. */
final class TelegramProcessTest {
  private static final int KILLS = 5;
  private static final int USERS = 200;
  private static final int A_SECOND = 200;

  /** Questions with different answers, so that each answer tells which one it answers. */
  private static final int DIFFERENT = 30;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final TelegramRig rig = new TelegramRig();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    rig.close();
  }

  private Process start(String token) throws IOException {
    String settings =
        """
        telegram.api-url = %s
        telegram.long-poll = 5s
        telegram.messages-a-second = 1000
        telegram.chat-burst = 100
        telegram.conflict-retry = 200ms
        limits.burst = 1000
        limits.work-in-hand = 5000
        limits.requests-a-minute = 60000
        operations.port = 0
        """
            .formatted(rig.server().url());
    Process process =
        BotProcess.start(
            folder,
            settings,
            Map.of("TELEGRAM_BOT_TOKEN", token),
            List.of(),
            BotProcess.wholeKnowledge());
    processes.add(process);
    return process;
  }

  @Test
  void killedFiveTimesUnderLoadItLosesAndDoublesNothing() throws Exception {
    List<Expected> questions = Expected.different(Samples.knowledge(), DIFFERENT);
    Random random = new Random(20_261_121);
    AtomicBoolean over = new AtomicBoolean();
    Map<String, List<Integer>> asked = new HashMap<>();
    Process process = start(TelegramServer.TOKEN);
    rig.server().await("the start", sent -> rig.server().state().polls() > 0);
    Thread people =
        Thread.ofPlatform()
            .start(
                () -> {
                  long from = System.nanoTime();
                  for (int i = 0; !over.get(); i++) {
                    String user = "user " + i % USERS;
                    int number = i / USERS % questions.size();
                    asked.computeIfAbsent(user, u -> new ArrayList<>()).add(number);
                    rig.users().says(user, questions.get(number).question());
                    LockSupport.parkNanos(
                        from + (i + 1) * (1_000_000_000L / A_SECOND) - System.nanoTime());
                  }
                });
    for (int kill = 0; kill < KILLS; kill++) {
      int before = rig.server().await("sent", sent -> true).size();
      int more = 20 + random.nextInt(600);
      rig.server().await("answers before the kill", sent -> sent.size() >= before + more);
      LockSupport.parkNanos(random.nextInt(20_000_000));
      process.destroyForcibly();
      assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
      process = start(TelegramServer.TOKEN);
    }
    int before = rig.server().await("sent", sent -> true).size();
    rig.server().await("answers after the last start", sent -> sent.size() > before + 20);
    over.set(true);
    people.join();
    int count = asked.values().stream().mapToInt(List::size).sum();
    allAnswers(count);
    process.destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    List<Sent> sent = rig.server().await("sent", one -> true);
    Map<String, List<Integer>> seen = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    questions.forEach(one -> numbers.put(one.answer(), numbers.size()));
    for (Sent one : sent) {
      seen.computeIfAbsent(rig.users().name(one.chat()), u -> new ArrayList<>())
          .add(numbers.getOrDefault(one.text(), -1));
    }
    long wrong =
        asked.keySet().stream().filter(user -> !asked.get(user).equals(seen.get(user))).count();
    System.out.printf(
        "kill: %d questions of %d people at %d a second, %d kills: %d answers, %d people with one"
            + " lost, doubled or out of order%n",
        count, USERS, A_SECOND, KILLS, sent.size(), wrong);
    assertThat(seen).as(Files.readString(BotProcess.log(folder))).isEqualTo(asked);
  }

  /** Waits for as long as answers come. */
  private void allAnswers(int count) {
    for (int have = 0; have < count; have = rig.server().await("sent", sent -> true).size()) {
      int before = have;
      rig.server()
          .await(
              "all %d answers".formatted(count),
              sent -> sent.size() >= Math.min(count, before + count / 10));
    }
  }

  @Test
  void toldToStopItAnswersWhatIsInHand() throws Exception {
    Process process = start(TelegramServer.TOKEN);
    rig.server().await("the start", sent -> rig.server().state().polls() > 0);
    for (int i = 0; i < 50; i++) {
      rig.users().says("user " + i, "My secret question of the day");
    }
    rig.server().await("the first answers", sent -> !sent.isEmpty());
    process.destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    int answered = rig.server().await("sent", sent -> true).size();
    start(TelegramServer.TOKEN);
    rig.server().await("the others", sent -> sent.size() >= 50);
    rig.users().says("user 1", "hello");
    assertThat(rig.server().await("one more", sent -> sent.size() >= 51)).hasSize(51);
    assertThat(answered).isPositive();
    nothingPersonalIsKept();
  }

  /** Neither what was asked, nor by whom, nor the token stands in the log or in a file. */
  private void nothingPersonalIsKept() throws IOException {
    String user = Long.toString(rig.users().id("user 1"));
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text)
            .as(file.toString())
            .doesNotContain("secret question")
            .doesNotContain(user)
            .doesNotContain(TelegramServer.TOKEN);
      }
    }
  }

  @Test
  void aWrongTokenEndsItWithAMessage() throws Exception {
    Process process = start("999:wrong-token");
    assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(BotProcess.log(folder)))
        .contains("refuses the token")
        .doesNotContain("999:");
  }
}
