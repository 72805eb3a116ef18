package backchat.bot.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to be reached by Telegram. Immutable.
 *
 * @param token of the bot; empty: Telegram is off
 * @param apiUrl scheme, host and port of the Bot API
 * @param longPoll how long one request for updates waits at Telegram
 * @param answerWithin how long a call may take before it counts as failed
 * @param conflictRetry how long to wait while another copy of the bot polls
 * @param messagesASecond messages to all chats a second
 * @param chatBurst messages to one chat at once, before one a second
 * @param groupMessagesAMinute messages to one group a minute
 * @param moderators ids of users who may change the knowledge
 * @param moderatorChats ids of chats in which everybody may
 */
public record TelegramConfig(
    Optional<Secret> token,
    URI apiUrl,
    Duration longPoll,
    Duration answerWithin,
    Duration conflictRetry,
    int messagesASecond,
    int chatBurst,
    int groupMessagesAMinute,
    Set<Long> moderators,
    Set<Long> moderatorChats) {
  private static final Key TOKEN =
      new Key(
          "telegram.token",
          "",
          "The bot's token from BotFather; better in TELEGRAM_BOT_TOKEN. Empty: Telegram is off.",
          List.of("TELEGRAM_BOT_TOKEN"));
  private static final Key TOKEN_FILE =
      new Key(
          "telegram.token-file",
          "",
          "A file that holds the token, read when the token itself is not set.",
          List.of("TELEGRAM_BOT_TOKEN_FILE"));
  private static final Key API_URL =
      new Key(
          "telegram.api-url",
          "https://api.telegram.org",
          "The Bot API; change it for a Bot API server of your own.");
  private static final Key LONG_POLL =
      new Key("telegram.long-poll", "25s", "How long a request for updates waits at Telegram.");
  private static final Key ANSWER_WITHIN =
      new Key(
          "telegram.answer-within", "10s", "How long a call may take before it counts as failed.");
  private static final Key CONFLICT_RETRY =
      new Key(
          "telegram.conflict-retry",
          "30s",
          "How long to wait while another copy of the bot polls.");
  private static final Key A_SECOND =
      new Key("telegram.messages-a-second", "30", "Messages to all chats a second.");
  private static final Key CHAT_BURST =
      new Key(
          "telegram.chat-burst", "3", "Messages to one chat at once, before one message a second.");
  private static final Key GROUP_A_MINUTE =
      new Key("telegram.group-messages-a-minute", "20", "Messages to one group a minute.");
  private static final Key MODERATORS =
      new Key(
          "telegram.moderators",
          "",
          "Ids of users who may change the knowledge, with commas between them.");
  private static final Key MODERATOR_CHATS =
      new Key(
          "telegram.moderator-chats",
          "",
          "Ids of chats in which everybody may change the knowledge, with commas between them.");

  static final List<Key> KEYS =
      List.of(
          TOKEN,
          TOKEN_FILE,
          API_URL,
          LONG_POLL,
          ANSWER_WITHIN,
          CONFLICT_RETRY,
          A_SECOND,
          CHAT_BURST,
          GROUP_A_MINUTE,
          MODERATORS,
          MODERATOR_CHATS);

  /** Copies the sets. */
  public TelegramConfig {
    moderators = Set.copyOf(moderators);
    moderatorChats = Set.copyOf(moderatorChats);
  }

  static TelegramConfig read(Settings settings) {
    return new TelegramConfig(
        settings.secret(TOKEN, TOKEN_FILE),
        settings.address(API_URL),
        settings.duration(LONG_POLL, Duration.ofSeconds(1), Duration.ofSeconds(50)),
        settings.duration(ANSWER_WITHIN, Duration.ofMillis(100), Duration.ofMinutes(1)),
        settings.duration(CONFLICT_RETRY, Duration.ofMillis(100), Duration.ofMinutes(10)),
        settings.number(A_SECOND, 1, 10_000),
        settings.number(CHAT_BURST, 1, 100),
        settings.number(GROUP_A_MINUTE, 1, 10_000),
        Set.copyOf(settings.ids(MODERATORS)),
        Set.copyOf(settings.ids(MODERATOR_CHATS)));
  }
}
