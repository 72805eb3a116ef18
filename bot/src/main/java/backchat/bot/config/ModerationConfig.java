package backchat.bot.config;

import java.util.List;
import java.util.Optional;

/**
 * What moderators may do from a chat, and who is told of it. Immutable.
 *
 * @param watch whether the knowledge is reloaded when its folder changes
 * @param importing whether moderators may send files
 * @param telegramChat id of the chat that is told of moderators' acts
 * @param discordChannel id of the channel that is told of them
 */
public record ModerationConfig(
    boolean watch,
    boolean importing,
    Optional<Long> telegramChat,
    Optional<String> discordChannel) {
  private static final String SWITCH = "on or off";
  private static final Key WATCH =
      Key.text(
          "knowledge.watch",
          "off",
          "Whether the knowledge is reloaded by itself when its folder changes.",
          SWITCH);
  private static final Key IMPORT =
      Key.text(
          "moderation.import",
          "off",
          "Whether moderators may send files with /kb preview and install them.",
          SWITCH);
  private static final Key TELEGRAM_CHAT =
      Key.text(
          "moderation.telegram-chat",
          "",
          "Id of the Telegram chat that is told of each act of a moderator; empty: none.",
          "one whole number, possibly negative");
  private static final Key DISCORD_CHANNEL =
      Key.text(
          "moderation.discord-channel",
          "",
          "Id of the Discord channel that is told of each act of a moderator; empty: none.",
          "an id of 17 to 20 digits");

  static final List<Key> KEYS = List.of(WATCH, IMPORT, TELEGRAM_CHAT, DISCORD_CHANNEL);

  static ModerationConfig read(Settings settings) {
    return new ModerationConfig(
        settings.choice(WATCH, Switch.class) == Switch.ON,
        settings.choice(IMPORT, Switch.class) == Switch.ON,
        settings.matching(TELEGRAM_CHAT, "-?\\d{1,18}").map(Long::valueOf),
        settings.matching(DISCORD_CHANNEL, "\\d{17,20}"));
  }
}
