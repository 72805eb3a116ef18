package backchat.bot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One line an event, and the last net: whatever a library writes, no token and no id gets out. */
final class LineEncoderTest {
  private static final String TELEGRAM = "7123456789:AAF-9x_kkTq0123456789abcdefghijklmn";
  private static final String DISCORD =
      "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB";

  private static String line(boolean json, String message, Throwable error) {
    Logger logger = new LoggerContext().getLogger("third.party.Library");
    LoggingEvent event =
        new LoggingEvent("", logger, Level.ERROR, message, error, new Object[] {"argument"});
    event.setTimeStamp(0);
    return new String(
        new LineEncoder(json, List.of("planted-secret")).encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void anEventIsOneLineForPeople() {
    assertThat(line(false, "it {} failed\nhere", null))
        .isEqualTo("1970-01-01T00:00:00.000Z ERROR Library it argument failed | here\n");
  }

  @Test
  void anEventIsOneObjectForPrograms() throws IOException {
    String line = line(true, "it failed\r\n\"here\"", new IOException("No space left on device"));
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode node = new ObjectMapper().readTree(line);
    assertThat(node.path("level").asText()).isEqualTo("ERROR");
    assertThat(node.path("message").asText()).isEqualTo("it failed | \"here\"");
    assertThat(node.path("error").asText())
        .startsWith("java.io.IOException: No space left on device | at backchat.");
  }

  @Test
  void secretsAndTokensShowNowhere() {
    for (String secret : List.of(TELEGRAM, DISCORD, "planted-secret")) {
      IOException cause = new IOException("https://api.telegram.org/bot" + secret + "/getMe");
      String line = line(false, "token " + secret + " refused", new IOException(secret, cause));
      assertThat(line).doesNotContain(secret).contains("*****").contains("caused by");
      assertThat(line(true, "/bot" + secret + "/getMe", cause)).doesNotContain(secret);
    }
  }

  @Test
  void numbersOfPeopleAndWhatTheyWroteShowNowhere() {
    String line =
        line(
            false,
            "no chat 7000000001 or -1001234567890 in 100000000000000001",
            new IllegalArgumentException("cannot read: my back hurts"));
    assertThat(line)
        .contains("no chat # or -# in #")
        .contains("IllegalArgumentException |")
        .doesNotContain("my back hurts");
  }
}
