package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.conversation.SmallKnowledge;
import backchat.bot.store.Await;
import backchat.bot.store.PostgresServer;
import backchat.bot.telegram.TelegramStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of the bot with one token, one content folder and one PostgreSQL. */
final class TwoProcessesTest {
  private static final int USERS = 20;
  private static final int EACH = 4;

  @TempDir private Path temp;

  private RunningBot process(String name, TelegramStandIn telegram, Path content, StoreConfig store)
      throws Exception {
    return new RunningBot(
            Files.createDirectory(temp.resolve(name)),
            """
            knowledge.folder = %s
            store.url = %s
            store.user = %s
            telegram.api-url = %s
            telegram.moderators = %s
            telegram.chat-burst = 100
            telegram.messages-a-second = 1000
            limits.burst = 100
            """
                .formatted(
                    content,
                    store.url(),
                    store.user().orElseThrow(),
                    telegram.url(),
                    telegram.id("moderator")),
            Map.of("TELEGRAM_BOT_TOKEN", TelegramStandIn.TOKEN))
        .start();
  }

  @Test
  void noQuestionIsAnsweredTwiceAndAReloadReachesBoth() throws Exception {
    Path content = SmallKnowledge.folder(temp);
    StoreConfig store = PostgresServer.running().database();
    try (TelegramStandIn telegram = new TelegramStandIn();
        RunningBot one = process("one", telegram, content, store);
        RunningBot two = process("two", telegram, content, store)) {
      one.await("/livez", page -> page.status() == 200);
      two.await("/livez", page -> page.status() == 200);
      for (int i = 0; i < EACH; i++) {
        for (int user = 0; user < USERS; user++) {
          telegram.says("user " + user, "hello");
        }
      }
      for (int user = 0; user < USERS; user++) {
        assertThat(telegram.seen("user " + user, EACH)).hasSize(EACH);
      }
      assertThat(answered(one) + answered(two)).isEqualTo((double) USERS * EACH);
      reload(telegram, content, one, two);
      for (int user = 0; user < USERS; user++) {
        assertThat(telegram.seen("user " + user, EACH)).hasSize(EACH);
      }
    }
  }

  private static double answered(RunningBot bot) {
    return bot.metric("backchat_questions_total{outcome=\"small-talk\",platform=\"telegram\"}");
  }

  private static void reload(TelegramStandIn telegram, Path content, RunningBot one, RunningBot two)
      throws Exception {
    Path entry = content.resolve("entries/self-care/exercise.md");
    Files.writeString(entry, Files.readString(entry) + "\nA last paragraph was added here.\n");
    telegram.says("moderator", "/kb reload");
    telegram.seen("moderator", 1);
    long from = System.nanoTime();
    Await.until(() -> one.metric("backchat_edition") > 1 && two.metric("backchat_edition") > 1);
    System.out.println(
        "a reload by chat reached both processes "
            + Duration.ofNanos(System.nanoTime() - from).toMillis()
            + " ms after its reply");
  }
}
