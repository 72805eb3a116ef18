package backchat.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.conversation.Samples;
import backchat.bot.store.Await;
import backchat.bot.store.Store;
import backchat.knowledge.Options;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sharing a question and dealing with it, in the terminal. */
final class TerminalSharingTest {
  @TempDir private Path folder;

  /** Opens the store of the test and nothing else. */
  private final BotRunner bot =
      new BotRunner() {
        @Override
        public boolean wanted(Path config) {
          return false;
        }

        @Override
        public int printSettings(Path config, Streams streams) {
          return 3;
        }

        @Override
        public Optional<Store> store(Path config) {
          Store store =
              Store.open(StoreConfig.file(folder.resolve("backchat.db")), Clock.systemUTC());
          Await.until(() -> store.health().ready());
          return Optional.of(store);
        }

        @Override
        public int run(Path config, Optional<Path> knowledge, Options options, Streams streams) {
          return 3;
        }
      };

  private String chat(String... lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    int code =
        CommandLineProgram.run(
            new String[] {"chat", "--knowledge", "../knowledge/content", "--meaning", "off"},
            Streams.of(new ByteArrayInputStream(input), out, err, ""),
            Clock.systemUTC(),
            bot);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aRefusedQuestionIsSharedListedAndDismissed() {
    int topics = Samples.knowledge().edition().content().phrases().topics().size();
    String share = Integer.toString(topics + 1);
    String said = chat("What is the capital of France? 07700 900 123", share, share);
    assertThat(said).contains(share + ". Share this question with the moderators");
    assertThat(said.split("The moderators can now read your question", -1)).hasSize(2);
    assertThat(chat("/kb gaps", "1", "/kb audit"))
        .contains("1 x What is the capital of France? [number]")
        .contains("Dismiss")
        .contains("terminal operator: gaps");
  }
}
