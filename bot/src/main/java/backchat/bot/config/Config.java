package backchat.bot.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that the operator set. Immutable. Never passed whole: each part gets its section.
 *
 * @param knowledge the folder with what moderators edit
 * @param meaning whether passages are found by meaning beside words
 * @param data the folder with what is kept between runs; made when it is missing
 * @param contact whom askers write to about what is kept of them; empty when nobody is named
 * @param store where what has to outlast the process is kept
 * @param moderation what moderators may do from a chat, and who is told of it
 * @param limits how much at once
 * @param operations what operators look at
 * @param telegram how to be reached by Telegram
 * @param discord how to be reached by Discord
 */
public record Config(
    Path knowledge,
    boolean meaning,
    Path data,
    Optional<String> contact,
    StoreConfig store,
    ModerationConfig moderation,
    LimitsConfig limits,
    OperationsConfig operations,
    TelegramConfig telegram,
    DiscordConfig discord) {
  private static final Key KNOWLEDGE =
      Key.text(
          "knowledge.folder",
          "../knowledge/content",
          "The folder with what moderators edit.",
          "a path; a relative one leads from this file");
  private static final Key MEANING =
      Key.text(
          "knowledge.meaning",
          "on",
          "Whether passages are found by likeness of meaning beside words; off needs half the"
              + " memory.",
          "on or off");
  private static final Key DATA =
      Key.text(
          "data.folder",
          "../data",
          "The folder with what is kept between runs.",
          "a path; a relative one leads from this file");
  private static final Key CONTACT =
      Key.text(
          "privacy.contact",
          "",
          "Whom askers write to about their data; /privacy shows it.",
          "an e-mail address or a web address, up to 200 characters");

  static final List<Key> KEYS = List.of(KNOWLEDGE, MEANING, DATA, CONTACT);

  static Config read(Settings settings) {
    return new Config(
        settings.path(KNOWLEDGE),
        settings.choice(MEANING, Switch.class) == Switch.ON,
        settings.path(DATA),
        settings.matching(CONTACT, "[^\\s@]+@[^\\s@]+|https?://\\S{1,190}"),
        StoreConfig.read(settings, settings.path(DATA)),
        ModerationConfig.read(settings),
        LimitsConfig.read(settings),
        OperationsConfig.read(settings),
        TelegramConfig.read(settings),
        DiscordConfig.read(settings));
  }

  /** Whether any platform has a token, so that the bot can run. */
  public boolean hasPlatform() {
    return telegram.token().isPresent() || discord.token().isPresent();
  }
}
