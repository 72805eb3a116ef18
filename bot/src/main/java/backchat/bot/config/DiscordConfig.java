package backchat.bot.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the bot meets Discord. Immutable.
 *
 * @param token of the bot; empty: Discord is off
 * @param apiUrl address of a REST proxy, ending in {@code /api/v10/}; empty for Discord's own
 * @param gatewayUrl address of the gateway; empty for the one that Discord names
 * @param shards which of how many shards this process serves
 * @param homeServer id of the server where moderators work; empty when there is none
 * @param moderatorRoles ids of roles of the home server that may moderate
 * @param moderatorUsers ids of users who may moderate
 * @param helpForums ids of forum channels whose new posts are answered
 * @param catchUp how far back missed mentions are looked for at start; zero looks for none
 * @param catchUpMost most missed mentions that are answered at one start
 */
public record DiscordConfig(
    Optional<Secret> token,
    Optional<String> apiUrl,
    Optional<String> gatewayUrl,
    Shards shards,
    Optional<String> homeServer,
    Set<String> moderatorRoles,
    Set<String> moderatorUsers,
    Set<String> helpForums,
    Duration catchUp,
    int catchUpMost) {
  private static final Key TOKEN =
      new Key(
          "discord.token",
          "",
          "The bot's token from the developer portal; better in DISCORD_BOT_TOKEN. Empty: Discord"
              + " is off.",
          List.of("DISCORD_BOT_TOKEN"));
  private static final Key TOKEN_FILE =
      new Key(
          "discord.token-file",
          "",
          "A file that holds the token, read when the token itself is not set.",
          List.of("DISCORD_BOT_TOKEN_FILE"));
  private static final Key API_URL =
      new Key(
          "discord.api-url",
          "",
          "A REST proxy such as http://proxy:8080/api/v10/, for several processes. Empty: Discord"
              + " itself.");
  private static final Key GATEWAY_URL =
      new Key(
          "discord.gateway-url",
          "",
          "The gateway, such as wss://gateway.discord.gg. Empty: the one that Discord names.");
  private static final Key SHARDS =
      new Key(
          "discord.shards",
          "auto",
          "auto, a number, or the part of this process such as 0-3/16 (shards 0 to 3 of 16).");
  private static final Key HOME =
      new Key(
          "discord.home-server", "", "Id of the server where moderators work; /kb is there only.");
  private static final Key ROLES =
      new Key(
          "discord.moderator-roles",
          "",
          "Ids of roles of the home server that may change the knowledge, with commas.");
  private static final Key USERS =
      new Key(
          "discord.moderators",
          "",
          "Ids of users who may change the knowledge, with commas between them.");
  private static final Key FORUMS =
      new Key(
          "discord.help-forums",
          "",
          "Ids of forum channels whose new posts are answered, with commas between them.");
  private static final Key CATCH_UP =
      new Key(
          "discord.catch-up",
          "10m",
          "How far back missed mentions are looked for at start; 0s looks for none.");
  private static final Key CATCH_UP_MOST =
      new Key(
          "discord.catch-up-most",
          "20",
          "Missed mentions that are answered at one start, at most.");

  static final List<Key> KEYS =
      List.of(
          TOKEN,
          TOKEN_FILE,
          API_URL,
          GATEWAY_URL,
          SHARDS,
          HOME,
          ROLES,
          USERS,
          FORUMS,
          CATCH_UP,
          CATCH_UP_MOST);

  /** Copies the sets. */
  public DiscordConfig {
    moderatorRoles = Set.copyOf(moderatorRoles);
    moderatorUsers = Set.copyOf(moderatorUsers);
    helpForums = Set.copyOf(helpForums);
  }

  static DiscordConfig read(Settings settings) {
    return new DiscordConfig(
        settings.secret(TOKEN, TOKEN_FILE),
        settings.matching(
            API_URL,
            "https?://[^\\s/]+/api/v10/",
            "write an address such as http://proxy:8080/api/v10/"),
        settings.matching(
            GATEWAY_URL, "wss?://[^\\s]+", "write an address such as wss://gateway.discord.gg"),
        shards(settings),
        settings.matching(HOME, "\\d{17,20}", "write one id of 17 to 20 digits"),
        settings.snowflakes(ROLES),
        settings.snowflakes(USERS),
        settings.snowflakes(FORUMS),
        settings.duration(CATCH_UP, Duration.ZERO, Duration.ofHours(6)),
        settings.number(CATCH_UP_MOST, 0, 100));
  }

  private static Shards shards(Settings settings) {
    try {
      return Shards.parse(settings.text(SHARDS));
    } catch (IllegalArgumentException e) {
      settings.problem(SHARDS, settings.text(SHARDS), e.getMessage());
      return Shards.AUTO;
    }
  }
}
