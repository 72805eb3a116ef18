package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits as Telegram's side sees them, and a stop with work in hand. */
final class TelegramPaceTest {
  @TempDir private Path data;
  private final TelegramRig rig = new TelegramRig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private void start(int aSecond, int burst, int groupAMinute) {
    rig.start(
        data,
        TelegramRig.with(rig.config(), aSecond, burst, groupAMinute),
        Samples.commands(Clock.systemUTC()));
  }

  private List<Sent> to(List<Sent> sent, long chat) {
    return sent.stream().filter(one -> one.chat() == chat).toList();
  }

  private static double seconds(Sent from, Sent to) {
    return (to.nanos() - from.nanos()) / 1e9;
  }

  @Test
  void oneMessageASecondInAChatAfterAShortBurst() {
    start(30, 2, 20);
    for (int i = 0; i < 5; i++) {
      rig.users().says("ann", "hello");
    }
    long ann = rig.users().id("ann");
    List<Sent> sent = to(rig.server().await("five", all -> to(all, ann).size() == 5), ann);
    for (int i = 2; i < sent.size(); i++) {
      assertThat(seconds(sent.get(i - 2), sent.get(i))).isGreaterThan(0.95);
    }
    assertThat(seconds(sent.getFirst(), sent.getLast())).isLessThan(6);
  }

  @Test
  void soManyASecondInAll() {
    start(20, 3, 20);
    for (int i = 0; i < 60; i++) {
      rig.users().says("user " + i, "hello");
    }
    List<Sent> sent = rig.server().await("all", all -> all.size() == 60);
    for (int i = 20; i < sent.size(); i++) {
      // what is measured is the arrival, which wavers a little
      assertThat(seconds(sent.get(i - 20), sent.get(i))).isGreaterThan(0.8);
    }
  }

  @Test
  void retryAfterIsObeyedForItsChatAndHoldsUpNobodyElse() {
    start(1_000, 100, 1_000);
    rig.users().says("ann", "hello");
    Sent first = rig.server().await("a first", all -> all.size() == 1).getFirst();
    rig.server().fault("sendMessage", Fault.tooMany(3));
    long before = System.nanoTime();
    rig.users().says("ann", "/help");
    rig.users().says("ann", "/about");
    rig.server().await("the fault", all -> rig.server().faultsAreOver());
    long after = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      rig.users().says("user " + i, "hello");
    }
    List<Sent> others = rig.server().await("the others", all -> all.size() == 51);
    assertThat(to(others, first.chat())).hasSize(1);
    assertThat((others.getLast().nanos() - before) / 1e9).isLessThan(3);
    List<Sent> sent = rig.server().await("ann's", all -> all.size() == 53);
    Sent help = to(sent, first.chat()).get(1);
    assertThat((help.nanos() - before) / 1e9).isGreaterThanOrEqualTo(3);
    assertThat((help.nanos() - after) / 1e9).isLessThan(4);
    assertThat(help.text()).contains("/compare");
  }

  @Test
  void aStopAnswersWhatIsInHandAndLeavesNoThread() {
    start(40, 1, 20);
    for (int i = 0; i < 80; i++) {
      rig.users().says("user " + i, "hello");
    }
    rig.server().await("the first answers", all -> all.size() >= 3);
    long start = System.nanoTime();
    rig.stopAdapter();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    assertThat(rig.server().await("all", all -> all.size() == 80)).hasSize(80);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(
            thread -> !thread.isDaemon() && thread.getName().matches("(?i).*(okhttp|telegram).*"));
    start(1_000, 100, 20);
    rig.users().says("ann", "hello");
    assertThat(rig.server().await("one more", all -> all.size() >= 81)).hasSize(81);
  }
}
