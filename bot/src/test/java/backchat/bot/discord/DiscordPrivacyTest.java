package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Nothing that somebody wrote, and nobody's id, comes into the log, whatever goes wrong. */
final class DiscordPrivacyTest {
  private static final String PLANTED = "plantedquestion about my sore back";

  @Test
  void theLogHoldsNoQuestionNoIdAndNoToken() {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    FakeDiscord discord = new FakeDiscord();
    String channel = discord.textChannel();
    FakeUser user = discord.user(4_711);
    try (Rig rig = Rig.up(discord, Rig.config(discord))) {
      user.mentions(channel, PLANTED);
      discord.next(channel);
      discord.rest().failNext("POST /channels/.*", FakeRest.error(403, 50013, "Missing"));
      user.tells(PLANTED);
      rig.settled();
      discord.rest().failNext("POST /interactions/.*", FakeRest.error(404, 10062, "Unknown"));
      user.slash(channel, "ask", "question", PLANTED);
      discord.until("a refused call", () -> discord.rest().count("POST /interactions/.*") == 2);
      ObjectNode broken = user.mentioning(channel, PLANTED);
      broken.remove("type");
      discord.gateway().event("MESSAGE_CREATE", Wire.GUILD, broken);
      rig.settled();
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("Discord: a message was not answered")
        .contains("Discord: a command was not answered")
        .doesNotContain("plantedquestion")
        .doesNotContain(user.id())
        .doesNotContain(channel)
        .doesNotContain(Wire.TOKEN);
  }

  @Test
  void nothingAboutAnAskerPrintsItself() {
    FakeDiscord discord = new FakeDiscord();
    assertThat(Rig.config(discord).toString()).doesNotContain(Wire.TOKEN);
    discord.close();
  }
}
