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
 * @param moderatorChats ids of chats in which their administrators may
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
  private static final String IDS = "numbers with commas between them";

  private static final Key TOKEN =
      Key.secret(
          "telegram.token",
          "The bot's token from BotFather; better in a file or a variable. Empty: Telegram is off.",
          "it as BotFather gave it: digits, a colon, letters and digits",
          "TELEGRAM_BOT_TOKEN");
  private static final Key TOKEN_FILE =
      Key.text(
          "telegram.token-file",
          "",
          "A file that holds the token, read when the token itself is not set.",
          "a path; a relative one leads from this file",
          "TELEGRAM_BOT_TOKEN_FILE");
  private static final Key API_URL =
      Key.text(
          "telegram.api-url",
          "https://api.telegram.org",
          "The Bot API; change it for a Bot API server of your own.",
          "an address such as https://api.telegram.org");
  private static final Key LONG_POLL =
      Key.time(
          "telegram.long-poll",
          "25s",
          "How long a request for updates waits at Telegram; 5s more without an answer is trouble.",
          Duration.ofSeconds(1),
          Duration.ofSeconds(50));
  private static final Key ANSWER_WITHIN =
      Key.time(
          "telegram.answer-within",
          "10s",
          "How long a call may take before it counts as failed.",
          Duration.ofMillis(100),
          Duration.ofMinutes(1));
  private static final Key CONFLICT_RETRY =
      Key.time(
          "telegram.conflict-retry",
          "30s",
          "How long to wait while another copy of the bot polls.",
          Duration.ofMillis(100),
          Duration.ofMinutes(10));
  private static final Key A_SECOND =
      Key.whole("telegram.messages-a-second", "30", "Messages to all chats a second.", 1, 10_000);
  private static final Key CHAT_BURST =
      Key.whole(
          "telegram.chat-burst",
          "3",
          "Messages to one chat at once, before one message a second.",
          1,
          100);
  private static final Key GROUP_A_MINUTE =
      Key.whole(
          "telegram.group-messages-a-minute", "20", "Messages to one group a minute.", 1, 10_000);
  private static final Key MODERATORS =
      Key.text("telegram.moderators", "", "Ids of users who may change the knowledge.", IDS);
  private static final Key MODERATOR_CHATS =
      Key.text(
          "telegram.moderator-chats",
          "",
          "Ids of chats whose administrators may change the knowledge, there.",
          IDS);

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
        settings.secret(TOKEN, TOKEN_FILE, "\\d+:[A-Za-z0-9_-]+"),
        settings.address(API_URL),
        settings.time(LONG_POLL),
        settings.time(ANSWER_WITHIN),
        settings.time(CONFLICT_RETRY),
        settings.number(A_SECOND),
        settings.number(CHAT_BURST),
        settings.number(GROUP_A_MINUTE),
        Set.copyOf(settings.ids(MODERATORS)),
        Set.copyOf(settings.ids(MODERATOR_CHATS)));
  }
}
