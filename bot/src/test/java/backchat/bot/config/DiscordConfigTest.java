package backchat.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator may say of Discord, and what a mistake is told. */
final class DiscordConfigTest {
  @TempDir private Path folder;

  private DiscordConfig read(String text) throws Exception {
    Path file = folder.resolve("discord.properties");
    Files.writeString(file, text);
    return ConfigReader.read(file, Map.of("DISCORD_BOT_TOKEN", "planted")).discord();
  }

  @Test
  void everythingHasAStandardValue() throws Exception {
    DiscordConfig config = read("");
    assertThat(config.token()).contains(new Secret("planted"));
    assertThat(config.toString()).doesNotContain("planted");
    assertThat(config.shards()).isEqualTo(Shards.AUTO);
    assertThat(config.catchUp()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.apiUrl()).isEmpty();
    assertThat(config.homeServer()).isEmpty();
  }

  @Test
  void everythingCanBeSet() throws Exception {
    DiscordConfig config =
        read(
            """
            discord.api-url = http://proxy:8080/api/v10/
            discord.gateway-url = wss://gateway.discord.gg
            discord.shards = 4-7/16
            discord.home-server = 700000000000000001
            discord.moderator-roles = 600000000000000001, 600000000000000002
            discord.help-forums = 500000000000000001
            discord.catch-up = 0s
            """);
    assertThat(config.apiUrl()).contains("http://proxy:8080/api/v10/");
    assertThat(config.shards().of(16)).containsExactly(4, 5, 6, 7);
    assertThat(config.moderatorRoles()).hasSize(2);
    assertThat(config.catchUp()).isZero();
    assertThat(Shards.parse("3").of(3)).containsExactly(0, 1, 2);
    assertThat(Shards.parse("5/8").of(8)).containsExactly(5);
    assertThat(Shards.AUTO.of(2)).containsExactly(0, 1);
  }

  @Test
  void mistakesAreToldTogether() {
    String text =
        "discord.shards = 3-1/2\ndiscord.home-server = home\ndiscord.api-url = https://x/api\n"
            + "discord.moderators = me\ndiscord.gateway-url = http://x";
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            BrokenConfig.class, broken -> assertThat(broken.problems()).hasSize(5));
  }
}
