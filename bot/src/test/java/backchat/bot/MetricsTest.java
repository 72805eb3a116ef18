package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.SmallKnowledge;
import backchat.bot.discord.DiscordStandIn;
import backchat.bot.telegram.TelegramStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program beside both platforms: what it counts, and whether anybody waits for more. */
final class MetricsTest {
  /** A metric as alerts and panels name it, with what they pick of it. */
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:backchat|jvm|process)_[a-z_]+)(?:\\{([^}]*)})?");

  private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"([^\"]+)\"");

  @TempDir private Path folder;
  private final TelegramStandIn telegram = new TelegramStandIn();
  private final DiscordStandIn discord = new DiscordStandIn();
  private Path knowledge;
  private RunningBot bot;

  @BeforeEach
  void start() {
    knowledge = SmallKnowledge.folder(folder);
    String settings =
        """
        knowledge.folder = %s
        telegram.api-url = %s
        telegram.moderators = %s
        discord.api-url = %s
        """
            .formatted(knowledge, telegram.url(), telegram.id("moderator"), discord.apiUrl());
    Map<String, String> tokens =
        Map.of(
            "TELEGRAM_BOT_TOKEN", TelegramStandIn.TOKEN, "DISCORD_BOT_TOKEN", DiscordStandIn.TOKEN);
    bot = new RunningBot(folder, settings, tokens).start().ready();
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

  @Test
  void countsShowWhatHappenedAndNobodyItHappenedTo() {
    telegram.tooManyOnce();
    telegram.asks("ann", "Do back belts, braces or TENS machines help?");
    telegram.asks("ann", "I have lost control of my bladder and my legs are numb");
    discord.asks(1, "how do I mend a bicycle chain");
    bot.await(
        "/metrics",
        page ->
            bot.metric("backchat_questions_total{outcome=\"found\",platform=\"telegram\"}") == 1);
    for (String line :
        new String[] {
          "backchat_questions_total{outcome=\"urgent\",platform=\"telegram\"}",
          "backchat_questions_total{outcome=\"not-found\",platform=\"discord\"}",
          "backchat_red_flags_total{platform=\"telegram\",urgency=\"emergency-now\"}",
          "backchat_sends_total{outcome=\"too-many\",platform=\"telegram\"}",
          "backchat_answer_seconds_count{platform=\"discord\"}",
          "backchat_platform_ready{platform=\"discord\"}",
          "backchat_edition"
        }) {
      assertThat(bot.metric(line)).as(line).isEqualTo(1);
    }
    assertThat(bot.metric("backchat_sends_total{outcome=\"done\",platform=\"telegram\"}"))
        .isGreaterThanOrEqualTo(2);
    bot.await(
        "/metrics",
        page -> bot.metric("backchat_sends_total{outcome=\"done\",platform=\"discord\"}") >= 1);
    assertThat(bot.metric("backchat_platform_silence_seconds{platform=\"telegram\"}"))
        .isBetween(0.0, 30.0);
    assertThat(bot.page("/metrics").text())
        .contains("backchat_work_in_hand ", "backchat_work_limit 500", "jvm_gc_pause_seconds_count")
        .doesNotContain(telegram.id("ann"))
        .doesNotContain(discord.id(1))
        .doesNotContain("bicycle");
  }

  @Test
  void eachReloadIsCountedByWhatCameOfIt() throws IOException {
    telegram.asks("moderator", "/kb reload");
    reloadsAre("unchanged", 1);
    Path broken = Files.writeString(knowledge.resolve("entries/self-care/broken.md"), "no entry");
    telegram.asks("moderator", "/kb reload");
    reloadsAre("refused", 1);
    assertThat(bot.metric("backchat_edition")).isEqualTo(1);
    Files.delete(broken);
    Path entry = knowledge.resolve("entries/self-care/bed-rest.md");
    Files.writeString(entry, Files.readString(entry).replace("grade: guideline", "grade: expert"));
    double before = bot.metric("backchat_edition_age_seconds");
    telegram.asks("moderator", "/kb reload");
    reloadsAre("replaced", 1);
    reloadsAre("unchanged", 1);
    assertThat(bot.metric("backchat_edition")).isEqualTo(2);
    assertThat(bot.metric("backchat_edition_age_seconds")).isLessThan(before);
  }

  private void reloadsAre(String outcome, int count) {
    assertThat(bot.metric("backchat_reloads_total{outcome=\"%s\"}".formatted(outcome)))
        .as(outcome)
        .isEqualTo(count);
  }

  /** A misspelt metric makes an alert that never comes. Also at a start, when all is at zero. */
  @Test
  void allThatAlertsAndTheDashboardNameIsThereFromTheStart() throws IOException {
    List<String> lines =
        bot.await("/metrics", page -> page.text().contains("jvm_gc_pause_seconds_sum"))
            .text()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    Set<String> missing = new LinkedHashSet<>();
    int named = 0;
    for (String file : List.of("alerts.yaml", "grafana.json")) {
      String text = Files.readString(Path.of("../ops", file)).replace("\\\"", "\"");
      Matcher metric = METRIC.matcher(text);
      while (metric.find()) {
        named++;
        if (lines.stream().noneMatch(line -> isOf(line, metric.group(1), metric.group(2)))) {
          missing.add(metric.group() + " of " + file);
        }
      }
    }
    assertThat(named).isGreaterThan(25);
    assertThat(missing).isEmpty();
  }

  /** The job is Prometheus' own label. */
  private static boolean isOf(String line, String name, String labels) {
    return (line.startsWith(name + " ") || line.startsWith(name + "{"))
        && (labels == null
            || LABEL
                .matcher(labels)
                .results()
                .filter(label -> !label.group(1).equals("job"))
                .allMatch(label -> line.contains(label.group())));
  }
}
