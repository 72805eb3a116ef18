package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.SmallKnowledge;
import backchat.bot.discord.DiscordStandIn;
import backchat.bot.telegram.TelegramStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a question, a name and ids, runs a whole conversation on both platforms with feedback and
 * a crash, and then searches everything that is left of it.
 */
final class PrivacyTest {
  private static final String QUESTION = "does zebrafinchmassage help my lower back";
  private static final String NAME = "Quirinella";
  private static final String CONTACT = "data@example.org";

  @TempDir private Path folder;
  private final TelegramStandIn telegram = new TelegramStandIn();
  private final DiscordStandIn discord = new DiscordStandIn();
  private Path knowledge;
  private RunningBot bot;

  @BeforeEach
  void copyKnowledge() {
    knowledge = SmallKnowledge.folder(folder);
  }

  @AfterEach
  void stop() {
    try {
      bot.close();
    } finally {
      telegram.close();
      discord.close();
    }
  }

  private RunningBot start() {
    String settings =
        """
        knowledge.folder = %s
        knowledge.meaning = on
        telegram.api-url = %s
        telegram.moderators = %s
        discord.api-url = %s
        privacy.contact = %s
        """
            .formatted(
                knowledge, telegram.url(), telegram.id("moderator"), discord.apiUrl(), CONTACT);
    Map<String, String> tokens =
        Map.of(
            "TELEGRAM_BOT_TOKEN", TelegramStandIn.TOKEN, "DISCORD_BOT_TOKEN", DiscordStandIn.TOKEN);
    bot =
        new RunningBot(folder, settings, tokens)
            .with("-XX:+UnlockDiagnosticVMOptions")
            .with("-XX:-CreateCoredumpOnCrash")
            .with("-Djava.io.tmpdir=" + folder)
            .with("-XX:ErrorFile=" + folder.resolve("crash-%p.log"));
    return bot.start().ready();
  }

  @Test
  void nothingOfAnAskerIsLeftAnywhere() throws Exception {
    start();
    assertThat(telegram.asks(NAME, QUESTION)).isNotEmpty();
    assertThat(telegram.asks(NAME, "What is Swedish massage?")).contains("Swedish");
    telegram.presses(NAME, "Not what");
    telegram.tooManyOnce();
    assertThat(telegram.asks(NAME, "how often? " + NAME)).isNotEmpty();
    assertThat(discord.asks(4_711, QUESTION)).isNotEmpty();
    assertThat(telegram.asks("moderator", "/kb reload")).isNotEmpty();
    telegram.conflict();
    bot.await("/readyz", page -> page.status() == 503);
    telegram.fine();
    bot.ready();
    String metrics = bot.page("/metrics").text() + bot.page("/readyz").text();
    crash();
    start();
    assertThat(telegram.asks(NAME, "/privacy")).contains(CONTACT);
    assertThat(discord.asks(4_711, "hello")).isNotEmpty();
    metrics += bot.page("/metrics").text();
    assertThat(found("metrics and health", metrics)).isEmpty();
    assertThat(everywhere()).isEmpty();
    assertThat(files().toString()).contains("crash-", "telegram.ledger", "log", "vectors.bin");
  }

  /** The virtual machine itself fails, and writes what it writes then. */
  private void crash() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-SEGV", Long.toString(bot.process().pid())).start().waitFor();
    assertThat(bot.exit()).isNotZero();
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private List<String> everywhere() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      found.addAll(found(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1)));
    }
    System.out.printf("privacy: %d files searched, %d finds%n", files().size(), found.size());
    return found;
  }

  private List<String> found(String where, String text) {
    return List.of(
            "zebrafinch",
            NAME,
            telegram.id(NAME),
            discord.id(4_711),
            TelegramStandIn.TOKEN,
            DiscordStandIn.TOKEN)
        .stream()
        .filter(text::contains)
        .map(planted -> planted + " in " + where)
        .toList();
  }

  /** What the chat says is kept and what the page says are one. */
  @Test
  void theChatAndThePageSayTheSame() throws IOException {
    start();
    String chat = telegram.asks(NAME, "/privacy");
    String page = Files.readString(Path.of("../PRIVACY.md"));
    for (String fact : List.of("10 minutes", "30 days", "e-mail addresses, user names and links")) {
      assertThat(chat).contains(fact);
      assertThat(page).contains(fact);
    }
    assertThat(chat).contains("two days").contains("serial number");
    assertThat(page).contains("2 days").contains("serial numbers");
  }
}
