package backchat.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sign of danger brings its card first, whichever way it comes in. */
final class TerminalUrgentTest {
  private static final String DANGER =
      "can't feel when I wipe and my legs are weak, which massage helps?";
  private static final String CARD = "This could be an emergency.";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

  private static final BotRunner NO_BOT =
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
        public int run(
            Path config,
            Optional<Path> knowledge,
            backchat.knowledge.Options options,
            Streams streams) {
          return 3;
        }
      };

  private static String out(String input, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--knowledge", "../knowledge/content", "--meaning", "off"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        CommandLineProgram.run(
            all.toArray(String[]::new),
            Streams.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new ByteArrayOutputStream(),
                ""),
            CLOCK,
            NO_BOT);
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void asOneQuestion() {
    assertThat(out("", "ask", DANGER)).startsWith(CARD).contains("112", "999", "911");
  }

  @Test
  void inTheChatInPlainWordsAndWithACommand() {
    String out = out(DANGER + "\n/ask " + DANGER + "\n/topics " + DANGER + "\n/quit\n", "chat");
    assertThat(out.split(CARD, -1)).hasSize(4);
  }

  @Test
  void asLinesOfJsonAndOfText() throws IOException {
    String question = new ObjectMapper().createObjectNode().put("text", DANGER).toString();
    for (String line : out(question + "\n" + DANGER + "\n", "ask", "--json").lines().toList()) {
      JsonNode answer = new ObjectMapper().readTree(line);
      assertThat(answer.get("outcome").asText()).isEqualTo("urgent");
      assertThat(answer.get("red_flag").asText()).isEqualTo("redflag/cauda-equina");
      assertThat(answer.get("passage").isNull()).isTrue();
      assertThat(answer.get("text").asText()).startsWith(CARD);
    }
  }
}
