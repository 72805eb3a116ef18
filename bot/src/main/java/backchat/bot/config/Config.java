package backchat.bot.config;

import java.nio.file.Path;
import java.util.List;

/**
 * All that the operator set. Immutable. Never passed whole: each part gets its section.
 *
 * @param knowledge the folder with what moderators edit
 * @param data the folder with what is kept between runs; made when it is missing
 * @param limits how much at once
 * @param telegram how to be reached by Telegram
 * @param discord how to be reached by Discord
 */
public record Config(
    Path knowledge,
    Path data,
    LimitsConfig limits,
    TelegramConfig telegram,
    DiscordConfig discord) {
  private static final Key KNOWLEDGE =
      new Key(
          "knowledge.folder",
          "../knowledge/content",
          "The folder with what moderators edit; relative paths lead from this file.");
  private static final Key DATA =
      new Key("data.folder", "../data", "The folder with what is kept between runs.");

  static final List<Key> KEYS = List.of(KNOWLEDGE, DATA);

  static Config read(Settings settings) {
    return new Config(
        settings.path(KNOWLEDGE),
        settings.path(DATA),
        LimitsConfig.read(settings),
        TelegramConfig.read(settings),
        DiscordConfig.read(settings));
  }

  /** Whether any platform has a token, so that the bot can run. */
  public boolean hasPlatform() {
    return telegram.token().isPresent() || discord.token().isPresent();
  }
}
