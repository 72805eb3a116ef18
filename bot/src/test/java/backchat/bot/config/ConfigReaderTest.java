package backchat.bot.config;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings: standard values, the whole mapping, mistakes, and the file that we ship. */
final class ConfigReaderTest {
  private static final Path SHIPPED = Path.of("../config/backchat.properties");

  @TempDir private Path folder;

  @Test
  void withoutAFileEveryKeyHasItsStandardValue() throws BrokenConfig {
    Config config = ConfigReader.read(folder.resolve("config/none.properties"), Map.of());
    assertThat(config.knowledge()).isEqualTo(folder.resolve("knowledge/content"));
    assertThat(config.data()).isEqualTo(folder.resolve("data"));
    assertThat(config.telegram().token()).isEmpty();
    assertThat(config.telegram().longPoll()).isEqualTo(Duration.ofSeconds(25));
    assertThat(config.telegram().messagesASecond()).isEqualTo(30);
    assertThat(config.hasPlatform()).isFalse();
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws Exception {
    Config config =
        ConfigReader.read(
            file("telegram.api-url = http://localhost:1\ntelegram.moderators = 7, 8"),
            Map.of(
                "BACKCHAT_TELEGRAM_API_URL", "http://localhost:2",
                "TELEGRAM_BOT_TOKEN", "1:secret"));
    assertThat(config.telegram().apiUrl()).hasPort(2);
    assertThat(config.telegram().moderators()).containsExactlyInAnyOrder(7L, 8L);
    assertThat(config.telegram().token().orElseThrow().value()).isEqualTo("1:secret");
    assertThat(config.toString()).doesNotContain("secret").contains("*****");
  }

  @Test
  void aTokenMayStandInAFileOfItsOwn() throws Exception {
    Files.writeString(folder.resolve("token"), "1:secret\n");
    Config config = ConfigReader.read(file(""), Map.of("TELEGRAM_BOT_TOKEN_FILE", "token"));
    assertThat(config.telegram().token()).contains(new Secret("1:secret"));
    config =
        ConfigReader.read(
            file("telegram.token = 2:old"), Map.of("TELEGRAM_BOT_TOKEN_FILE", "token"));
    assertThat(config.telegram().token()).contains(new Secret("1:secret"));
    config =
        ConfigReader.read(
            file("telegram.token-file = token"), Map.of("TELEGRAM_BOT_TOKEN", "3:new"));
    assertThat(config.telegram().token()).contains(new Secret("3:new"));
    assertThatThrownBy(() -> ConfigReader.read(file("telegram.token-file = nowhere"), Map.of()))
        .hasMessageContaining("telegram.token-file names a file that cannot be read");
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    Path file = file("telegram.tokem = x\ntelegram.long-poll = soon\nlimits.burst = 0");
    assertThatThrownBy(
            () -> ConfigReader.read(file, Map.of("BACKCHAT_TELEGRAM_API_URI", "http://x")))
        .isInstanceOfSatisfying(
            BrokenConfig.class,
            broken ->
                assertThat(broken.problems())
                    .containsExactlyInAnyOrder(
                        "there is no key telegram.tokem; did you mean telegram.token?",
                        "there is no variable BACKCHAT_TELEGRAM_API_URI; did you mean"
                            + " BACKCHAT_TELEGRAM_API_URL?",
                        "telegram.long-poll is \"soon\"; write a time such as 250ms, 8s, 5m or"
                            + " 1h, from 1s to 50s",
                        "limits.burst is \"0\"; write a whole number from 1 to 1000"));
  }

  /** Each mistake of operators with what it is told; rewritten with -Dgolden=write. */
  @Test
  void wrongConfigurationsAreToldWhatToWrite() throws IOException {
    Path golden = Path.of("src/test/resources/backchat/bot/config/wrong-configurations.txt");
    String written = Files.exists(golden) ? Files.readString(golden) : "";
    StringBuilder told = new StringBuilder();
    for (String wrong : written.split("(?m)^$\n")) {
      String settings =
          wrong.lines().filter(l -> !l.startsWith("=> ")).collect(joining("\n", "", "\n"));
      told.append(told.isEmpty() ? "" : "\n").append(settings);
      List<String> problems =
          ConfigReader.effective(file(fileOf(settings)), environmentOf(settings)).problems();
      assertThat(problems).as(settings).isNotEmpty();
      problems.forEach(
          problem -> told.append("=> ").append(problem.replace(folder + "/", "")).append("\n"));
    }
    if (!written.contentEquals(told) && "write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, told);
    }
    assertThat(told.toString().split("\n\n")).hasSizeGreaterThanOrEqualTo(10);
    assertThat(written).as("mend with -Dgolden=write").isEqualTo(told.toString());
  }

  /** Lines that begin with a variable's name are the environment. */
  private static final Pattern VARIABLE = Pattern.compile("(?m)^([A-Z_]+)=(.*)$");

  private static String fileOf(String settings) {
    return VARIABLE.matcher(settings).replaceAll("");
  }

  private static Map<String, String> environmentOf(String settings) {
    return VARIABLE.matcher(settings).results().collect(toMap(m -> m.group(1), m -> m.group(2)));
  }

  @Test
  void eachSettingTellsWhereItComesFromAndNoSecret() throws IOException {
    Files.writeString(folder.resolve("token"), "1:secret\n");
    List<Setting> settings =
        ConfigReader.effective(
                file("limits.burst = 3\ndiscord.token = planted"),
                Map.of("TELEGRAM_BOT_TOKEN_FILE", "token", "BACKCHAT_LOG_FORMAT", "json"))
            .settings();
    assertThat(settings).hasSameSizeAs(ConfigReader.KEYS);
    assertThat(settings)
        .contains(
            new Setting("limits.burst", "3", "file " + folder.resolve("backchat.properties")),
            new Setting("limits.requests-a-minute", "20", "default"),
            new Setting("log.format", "json", "environment BACKCHAT_LOG_FORMAT"),
            new Setting("data.folder", folder.resolveSibling("data").toString(), "default"),
            new Setting("discord.token", "*****", "file " + folder.resolve("backchat.properties")),
            new Setting(
                "telegram.token",
                "*****",
                "environment TELEGRAM_BOT_TOKEN_FILE, file " + folder.resolve("token")));
    assertThat(settings.toString()).doesNotContain("secret").doesNotContain("planted");
  }

  @Test
  void aSecretPrintsAsStars() {
    Secret secret = new Secret("1:secret");
    assertThat(secret).hasToString("*****");
    assertThat(secret.hiddenIn("bot1:secret/getMe")).isEqualTo("bot*****/getMe");
  }

  /** The shipped file is made of the keys; rewritten with -Dgolden=write, and that run fails. */
  @Test
  void theShippedFileHoldsEveryKeyWithItsStandardValue() throws Exception {
    StringBuilder text =
        new StringBuilder("# Settings of Backchat. Environment variables go before this file.\n");
    for (Key key : ConfigReader.KEYS) {
      text.append(
          "\n# %s\n# write: %s\n# %s\n%s =%s\n"
              .formatted(
                  key.comment(),
                  key.write(),
                  "variable: " + String.join(" or ", variables(key)),
                  key.name(),
                  key.standard().isEmpty() ? "" : " " + key.standard()));
    }
    String shipped = Files.exists(SHIPPED) ? Files.readString(SHIPPED) : "";
    if (!shipped.contentEquals(text) && "write".equals(System.getProperty("golden"))) {
      Files.writeString(SHIPPED, text);
    }
    assertThat(shipped).as("mend with -Dgolden=write").isEqualTo(text.toString());
    ConfigReader.read(SHIPPED, Map.of());
  }

  private static java.util.List<String> variables(Key key) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(key.variable()), key.aliases().stream())
        .toList();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("backchat.properties"), text);
  }
}
