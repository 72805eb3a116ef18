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
  private static final String IDS = "ids of 17 to 20 digits with commas between them";

  private static final Key TOKEN =
      Key.secret(
          "discord.token",
          "The bot's token from the developer portal; better in a file or a variable. Empty:"
              + " Discord is off.",
          "it as the developer portal gave it, page Bot, without \"Bot\" before it",
          "DISCORD_BOT_TOKEN");
  private static final Key TOKEN_FILE =
      Key.text(
          "discord.token-file",
          "",
          "A file that holds the token, read when the token itself is not set.",
          "a path; a relative one leads from this file",
          "DISCORD_BOT_TOKEN_FILE");
  private static final Key API_URL =
      Key.text(
          "discord.api-url",
          "",
          "A REST proxy for several processes. Empty: Discord itself.",
          "an address such as http://proxy:8080/api/v10/");
  private static final Key GATEWAY_URL =
      Key.text(
          "discord.gateway-url",
          "",
          "The gateway. Empty: the one that Discord names.",
          "an address such as wss://gateway.discord.gg");
  private static final Key SHARDS =
      Key.text(
          "discord.shards",
          "auto",
          "Which shards this process serves; auto: as many as Discord recommends.",
          "auto, a number, or first-last/total such as 0-3/16");
  private static final Key HOME =
      Key.text(
          "discord.home-server",
          "",
          "Id of the server where moderators work; /kb is there only.",
          "one id of 17 to 20 digits");
  private static final Key ROLES =
      Key.text(
          "discord.moderator-roles",
          "",
          "Ids of roles of the home server that may change the knowledge.",
          IDS);
  private static final Key USERS =
      Key.text("discord.moderators", "", "Ids of users who may change the knowledge.", IDS);
  private static final Key FORUMS =
      Key.text(
          "discord.help-forums", "", "Ids of forum channels whose new posts are answered.", IDS);
  private static final Key CATCH_UP =
      Key.time(
          "discord.catch-up",
          "10m",
          "How far back missed mentions are looked for at start; 0s looks for none.",
          Duration.ZERO,
          Duration.ofHours(6));
  private static final Key CATCH_UP_MOST =
      Key.whole(
          "discord.catch-up-most",
          "20",
          "Missed mentions that are answered at one start, at most.",
          0,
          100);

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
        settings.secret(TOKEN, TOKEN_FILE, "\\S+"),
        settings.matching(API_URL, "https?://[^\\s/]+/api/v10/"),
        settings.matching(GATEWAY_URL, "wss?://[^\\s]+"),
        shards(settings),
        settings.matching(HOME, "\\d{17,20}"),
        settings.snowflakes(ROLES),
        settings.snowflakes(USERS),
        settings.snowflakes(FORUMS),
        settings.time(CATCH_UP),
        settings.number(CATCH_UP_MOST));
  }

  private static Shards shards(Settings settings) {
    try {
      return Shards.parse(settings.text(SHARDS));
    } catch (IllegalArgumentException e) {
      settings.problem(SHARDS);
      return Shards.AUTO;
    }
  }
}
