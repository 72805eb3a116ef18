package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.BotProcess;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program as a process, over encrypted sockets: served, stopped, started again. */
final class DiscordProcessTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();
  private TestCertificate certificate;
  private FakeDiscord discord;

  @BeforeEach
  void serve() throws Exception {
    certificate = TestCertificate.in(folder);
    discord = new FakeDiscord(Optional.of(certificate.context()));
  }

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    discord.close();
  }

  private Process start(String token) throws IOException {
    Process process =
        BotProcess.start(
            folder,
            "discord.api-url = " + discord.apiUrl(),
            Map.of("DISCORD_BOT_TOKEN", token),
            List.of(
                "-Djavax.net.ssl.trustStore=" + certificate.store(),
                "-Djavax.net.ssl.trustStorePassword=" + TestCertificate.PASSWORD),
            BotProcess.wholeKnowledge());
    processes.add(process);
    return process;
  }

  @Test
  void toldToStopItClosesAndTheNextOneAnswersWhatWasMissed() throws Exception {
    String channel = discord.textChannel();
    FakeUser user = discord.user(1);
    Process first = start(Wire.TOKEN);
    discord.until("a connection", () -> discord.gateway().connected() == 1);
    user.mentions(channel, QUESTION);
    assertThat(discord.next(channel).text()).contains(disclaimer());
    long from = System.nanoTime();
    first.destroy();
    assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(discord.gateway().log()).contains("closed by the bot 1000");
    discord.keep(channel, user.mentioning(channel, QUESTION));
    start(Wire.TOKEN);
    assertThat(discord.next(channel).text()).contains(disclaimer());
    System.out.printf(
        "Discord: stopped, started and a missed mention answered after %d ms%n",
        (System.nanoTime() - from) / 1_000_000);
    assertThat(Files.readString(BotProcess.log(folder)))
        .doesNotContain(Wire.TOKEN)
        .doesNotContain(user.id());
  }

  @Test
  void aWrongTokenEndsItWithAMessage() throws Exception {
    Process process = start("wrong-planted-token");
    assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readString(BotProcess.log(folder)))
        .contains("Discord refuses the token (401)")
        .doesNotContain("planted");
  }

  private static String disclaimer() {
    return Samples.knowledge().edition().content().phrases().disclaimer();
  }
}
