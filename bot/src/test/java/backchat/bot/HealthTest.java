package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.discord.DiscordStandIn;
import backchat.bot.telegram.TelegramStandIn;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program beside both platforms: what its health says in each fault. */
final class HealthTest {
  private static final Path KNOWLEDGE = Path.of("../knowledge/content").toAbsolutePath();

  private static final int FLOOD = 3_000;

  @TempDir private Path folder;
  private final TelegramStandIn telegram = new TelegramStandIn();
  private final DiscordStandIn discord = new DiscordStandIn();
  private RunningBot bot;

  @AfterEach
  void stop() {
    try {
      if (bot != null) {
        bot.close();
      }
    } finally {
      telegram.close();
      discord.close();
    }
  }

  private RunningBot start(Path knowledge, String telegramToken, String discordToken) {
    String settings =
        "knowledge.folder = %s\ntelegram.api-url = %s\ndiscord.api-url = %s\n"
            .formatted(knowledge, telegram.url(), discord.apiUrl());
    bot =
        new RunningBot(
            folder,
            settings,
            Map.of("TELEGRAM_BOT_TOKEN", telegramToken, "DISCORD_BOT_TOKEN", discordToken));
    return bot.start();
  }

  private RunningBot ready() {
    return start(KNOWLEDGE, TelegramStandIn.TOKEN, DiscordStandIn.TOKEN).ready();
  }

  private void shows(String platform, String condition, String says) {
    Predicate<RunningBot.Page> holds =
        page ->
            page.status() == 503
                && page.json().path(platform).path("condition").asText().equals(condition)
                && page.json().path(platform).path("says").asText().contains(says);
    JsonNode page = bot.await("/readyz", holds).json();
    assertThat(page.path("ready").asBoolean()).isFalse();
    assertThat(page.path(platform).path("conflict").asBoolean())
        .isEqualTo(condition.equals("conflict"));
    assertThat(bot.page("/livez").status()).isEqualTo(200);
    System.out.printf(
        "health: %-8s %-10s %s%n", platform, condition, page.path(platform).path("says").asText());
  }

  @Test
  void eachFaultShowsAndPasses() {
    ready();
    System.out.println("health: all is well\n" + bot.page("/readyz").text());
    JsonNode well = bot.page("/readyz").json();
    assertThat(well.path("telegram").path("silence_seconds").isNumber()).isTrue();
    assertThat(well.path("discord").path("silence_seconds").isNumber()).isTrue();
    assertThat(well.path("knowledge").path("edition").asInt()).isEqualTo(1);
    assertThat(well.path("knowledge").path("age_seconds").isNumber()).isTrue();
    assertThat(bot.page("/livez").json().path("alive").asBoolean()).isTrue();
    telegram.conflict();
    shows("telegram", "conflict", "another copy");
    telegram.revoked();
    shows("telegram", "refused", "no longer takes the token");
    telegram.down();
    shows("telegram", "connecting", "cannot be reached");
    telegram.fine();
    bot.ready();
    telegram.silent();
    shows("telegram", "connecting", "no answer from Telegram for 6 s");
    telegram.fine();
    bot.ready();
    discord.down();
    shows("discord", "connecting", "not connected");
    assertThat(telegram.asks("ann", "hello")).isNotEmpty();
    discord.fine();
    bot.ready();
    assertThat(discord.asks(1, "hello")).isNotEmpty();
  }

  @Test
  void aWrongTokenOfOnePlatformLeavesTheOtherToServe() {
    start(KNOWLEDGE, TelegramStandIn.TOKEN, "wrong-planted");
    bot.await("/readyz", page -> page.json().path("telegram").path("ready").asBoolean());
    shows("discord", "refused", "Discord refuses the token (401)");
    assertThat(telegram.asks("ann", "What is Swedish massage?")).contains("Swedish");
    assertThat(bot.logText()).contains("ERROR").doesNotContain("planted");
  }

  @Test
  void onePlatformOutOfReachAtTheStartLeavesTheOtherToServe() {
    discord.down();
    start(KNOWLEDGE, TelegramStandIn.TOKEN, DiscordStandIn.TOKEN);
    assertThat(telegram.asks("ann", "What is Swedish massage?")).contains("Swedish");
    shows("discord", "connecting", "");
    discord.fine();
    bot.ready();
    bot.close();
    telegram.gone();
    start(KNOWLEDGE, TelegramStandIn.TOKEN, DiscordStandIn.TOKEN);
    bot.await("/readyz", page -> page.json().path("discord").path("ready").asBoolean());
    assertThat(discord.asks(1, "What is Swedish massage?")).contains("Swedish");
    shows("telegram", "connecting", "cannot be reached");
    telegram.fine();
    bot.ready();
  }

  @Test
  void onlyWhenNoPlatformCanServeItEnds() {
    start(KNOWLEDGE, "999:wrong-planted", "wrong-planted");
    assertThat(bot.exit()).isEqualTo(1);
    assertThat(bot.logText())
        .contains("Telegram refuses the token")
        .contains("Discord refuses the token")
        .doesNotContain("planted");
  }

  @Test
  void aKnowledgeFolderThatVanishesIsNotMissedByWhoAsks() throws IOException {
    Path copy = folder.resolve("knowledge");
    copy(KNOWLEDGE, copy);
    start(copy, TelegramStandIn.TOKEN, DiscordStandIn.TOKEN).ready();
    Files.move(copy, folder.resolve("gone"));
    assertThat(telegram.asks("ann", "What is Swedish massage?")).contains("Swedish");
    assertThat(bot.page("/livez").status()).isEqualTo(200);
    assertThat(bot.page("/readyz").status()).isEqualTo(200);
  }

  /** No file can grow by a byte: what a full disk does, to the log too. */
  @Test
  void aFullDiskShowsAndLosesNothing() throws Exception {
    ready();
    telegram.asks("ann", "hello");
    limitFiles("1");
    telegram.says("ann", "What is Swedish massage?");
    shows("telegram", "connecting", "updates cannot be noted");
    assertThat(discord.asks(1, "hello")).isNotEmpty();
    limitFiles("unlimited");
    assertThat(telegram.answers(2).getLast()).contains("Swedish");
    bot.ready();
  }

  private void limitFiles(String bytes) throws Exception {
    String pid = Long.toString(bot.process().pid());
    Process limit = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":").start();
    assertThat(limit.waitFor()).isZero();
  }

  @Test
  void aFloodFindsABoundAndEverybodyHears() {
    String settings =
        """
        knowledge.folder = %s
        telegram.api-url = %s
        telegram.messages-a-second = 10000
        telegram.chat-burst = 100
        limits.work-in-hand = 20
        limits.burst = 1000
        """
            .formatted(KNOWLEDGE, telegram.url());
    bot =
        new RunningBot(folder, settings, Map.of("TELEGRAM_BOT_TOKEN", TelegramStandIn.TOKEN))
            .with("-Xmx160m")
            .with("-XX:+ExitOnOutOfMemoryError")
            .start()
            .ready();
    for (int i = 0; i < FLOOD; i++) {
      telegram.says("user " + i % 500, "What is Swedish massage? ".repeat(100));
    }
    List<String> heard = telegram.answers(FLOOD);
    long busy = heard.stream().filter(text -> text.startsWith("That is more questions")).count();
    System.out.printf("flood: %d messages in 160 MB: %d heard \"busy\"%n", FLOOD, busy);
    assertThat(heard).hasSize(FLOOD);
    assertThat(busy).isPositive().isEqualTo((long) bot.metric("backchat_busy_total"));
    assertThat(bot.page("/livez").status()).isEqualTo(200);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
