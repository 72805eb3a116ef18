package backchat.bot.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** People who write to the bot: makes the updates that Telegram would. Thread-safe. */
final class TelegramUsers {
  /** A group; ids of groups are negative. */
  static final long GROUP = -1_001_234_567_890L;

  /** A Telegram user id today has more than 32 bits. */
  private static final long FIRST_USER = 7_000_000_001L;

  private static final int DATE = 1_795_000_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final TelegramState state;
  private final Map<String, Long> ids = new HashMap<>();
  private final AtomicInteger nextUpdate = new AtomicInteger(700_000_000);
  private final AtomicInteger nextMessage = new AtomicInteger(10);

  TelegramUsers(TelegramState state) {
    this.state = state;
    state.knows(GROUP);
  }

  /** The id of a person and of their private chat. */
  synchronized long id(String user) {
    return ids.computeIfAbsent(
        user,
        unused -> {
          long id = FIRST_USER + ids.size();
          state.knows(id);
          return id;
        });
  }

  /** The person whose private chat it is. */
  synchronized String name(long chat) {
    return ids.entrySet().stream()
        .filter(entry -> entry.getValue() == chat)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("group");
  }

  /** Text in a private chat; returns the update's id. */
  int says(String user, String text) {
    return sends(user, id(user), message -> message.put("text", text));
  }

  /** A message of any kind; returns the update's id. */
  int sends(String user, long chat, Consumer<ObjectNode> parts) {
    return update("message", message(user, chat, nextMessage.getAndIncrement(), parts));
  }

  /** Changes a message so many seconds after it was written. */
  void edits(String user, long chat, int message, int secondsLater, String text) {
    update(
        "edited_message",
        message(
            user,
            chat,
            message,
            parts -> parts.put("text", text).put("edit_date", DATE + secondsLater)));
  }

  /** Id of the message that was written last. */
  int lastMessage() {
    return nextMessage.get() - 1;
  }

  void presses(String user, Sent on, String data) {
    ObjectNode query =
        NODES.objectNode().put("id", "q" + nextUpdate.get()).put("chat_instance", "1");
    query.set("from", person(user));
    query.put("data", data);
    ObjectNode message = query.putObject("message");
    message.put("message_id", on.message()).put("date", DATE).put("text", "as it was");
    chat(message, on.chat());
    if (on.call().has("message_thread_id")) {
      message.put("message_thread_id", on.call().path("message_thread_id").asInt());
      message.put("is_topic_message", true);
    }
    update("callback_query", query);
  }

  /** Presses a button on a message that Telegram no longer shows to bots. */
  void pressesOld(String user, long chat, int message, String data) {
    ObjectNode query =
        NODES.objectNode().put("id", "q" + nextUpdate.get()).put("chat_instance", "1");
    query.set("from", person(user));
    query.put("data", data);
    chat(query.putObject("message").put("message_id", message).put("date", 0), chat);
    update("callback_query", query);
  }

  void types(String user, String text) {
    ObjectNode query = NODES.objectNode().put("id", "i" + nextUpdate.get());
    query.set("from", person(user));
    update("inline_query", query.put("query", text).put("offset", ""));
  }

  private ObjectNode message(String user, long chat, int id, Consumer<ObjectNode> parts) {
    ObjectNode message = NODES.objectNode().put("message_id", id).put("date", DATE);
    message.set("from", person(user));
    chat(message, chat);
    parts.accept(message);
    return message;
  }

  private static void chat(ObjectNode message, long chat) {
    message.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
  }

  /** Our own answer as it stands in somebody's reply to it. */
  static ObjectNode botsMessage(int id) {
    ObjectNode message = NODES.objectNode().put("message_id", id).put("date", DATE);
    message
        .putObject("from")
        .put("id", TelegramState.BOT)
        .put("is_bot", true)
        .put("first_name", "Backchat")
        .put("username", TelegramState.BOT_NAME);
    chat(message, GROUP);
    return message.put("text", "an answer");
  }

  /** Somebody's message as it stands in a reply to it. */
  ObjectNode theirMessage(String user, String text) {
    return message(user, GROUP, nextMessage.getAndIncrement(), parts -> parts.put("text", text));
  }

  private ObjectNode person(String user) {
    return NODES.objectNode().put("id", id(user)).put("is_bot", false).put("first_name", user);
  }

  private int update(String kind, ObjectNode content) {
    int id = nextUpdate.getAndIncrement();
    ObjectNode update = NODES.objectNode().put("update_id", id);
    update.set(kind, content);
    state.updates().add(id, update.toString());
    return id;
  }

  /** An update of the given text, which may be anything that has an id. */
  void raw(String jsonAfterId) {
    int id = nextUpdate.getAndIncrement();
    state.updates().add(id, "{\"update_id\":" + id + "," + jsonAfterId + "}");
  }
}
