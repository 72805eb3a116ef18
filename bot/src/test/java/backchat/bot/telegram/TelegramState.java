package backchat.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What Telegram knows: updates to hand out, chats, and what was sent. Thread-safe. */
final class TelegramState {
  static final long BOT = 123456L;
  static final String BOT_NAME = "backchat_bot";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final TelegramUpdates updates = new TelegramUpdates();
  private final Set<Long> chats = new HashSet<>();
  private final Set<Long> gone = new HashSet<>();
  private final Map<Long, Long> migrated = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, List<JsonNode>> calls = new HashMap<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Set<Long> administrators = new HashSet<>();
  private boolean hearsAll;
  private int nextMessage = 1_000;

  /** What it hands out. */
  TelegramUpdates updates() {
    return updates;
  }

  synchronized void knows(long chat) {
    chats.add(chat);
  }

  /** This person has blocked the bot. */
  synchronized void blockedBy(long chat) {
    gone.add(chat);
  }

  synchronized void migrate(long from, long to) {
    chats.add(to);
    migrated.put(from, to);
  }

  synchronized void hearsAll(boolean all) {
    hearsAll = all;
  }

  synchronized JsonNode call(String method, JsonNode call) {
    calls.computeIfAbsent(method, m -> new ArrayList<>()).add(call);
    notifyAll();
    return switch (method) {
      case "getme" ->
          NODES
              .objectNode()
              .put("id", BOT)
              .put("is_bot", true)
              .put("first_name", "Backchat")
              .put("username", BOT_NAME)
              .put("can_read_all_group_messages", hearsAll);
      case "sendmessage" -> send(call);
      case "senddocument" -> sendFile(call);
      case "editmessagetext" -> edit(call);
      case "answercallbackquery" -> {
        PayloadChecks.atMost(call.path("text"), 200);
        record(method, 0, 0, call.path("text").asText(), call);
        yield NODES.booleanNode(true);
      }
      case "answerinlinequery" -> {
        PayloadChecks.inline(call);
        record(method, 0, 0, "", call);
        yield NODES.booleanNode(true);
      }
      case "setmycommands" -> {
        PayloadChecks.commands(call);
        yield NODES.booleanNode(true);
      }
      case "setmydescription" -> {
        PayloadChecks.atMost(call.path("description"), 512);
        yield NODES.booleanNode(true);
      }
      case "setmyshortdescription" -> {
        PayloadChecks.atMost(call.path("short_description"), 120);
        yield NODES.booleanNode(true);
      }
      case "deletewebhook" -> NODES.booleanNode(true);
      case "getchatadministrators" -> administrators(call);
      case "getfile" ->
          NODES
              .objectNode()
              .put("file_id", call.path("file_id").asText())
              .put("file_unique_id", "u")
              .put("file_path", "documents/" + call.path("file_id").asText());
      default -> throw TelegramRefusal.unknown(method);
    };
  }

  private JsonNode send(JsonNode call) {
    long chat = chat(call);
    TelegramHtml text = PayloadChecks.text(call.path("text"), call.path("parse_mode"));
    PayloadChecks.keyboard(call.path("reply_markup"));
    PayloadChecks.require(
        call.path("link_preview_options").path("is_disabled").asBoolean(), "a link preview");
    int id = nextMessage++;
    record("sendmessage", chat, id, text.text(), call);
    return message(chat, id, text.text());
  }

  /** These people administer every group. */
  synchronized void administrate(long... users) {
    for (long user : users) {
      administrators.add(user);
    }
  }

  private JsonNode administrators(JsonNode call) {
    chat(call);
    ArrayNode members = NODES.arrayNode();
    for (long user : administrators) {
      ObjectNode member = members.addObject().put("status", "administrator");
      member.putObject("user").put("id", user).put("is_bot", false).put("first_name", "x");
    }
    return members;
  }

  /** Keeps a file that somebody sends, under its id. */
  synchronized void file(String id, byte[] bytes) {
    files.put(id, bytes);
  }

  synchronized byte[] file(String id) {
    return files.getOrDefault(id, new byte[0]);
  }

  private JsonNode sendFile(JsonNode call) {
    long chat = chat(call);
    JsonNode file = call.path("document");
    PayloadChecks.require(file.path("name").asText().matches("[a-z0-9-]+\\.[a-z]+"), "no file");
    PayloadChecks.require(!file.path("text").asText().isEmpty(), "file must be non-empty");
    int id = nextMessage++;
    String text = "(file " + file.path("name").asText() + ")\n" + file.path("text").asText();
    record("senddocument", chat, id, text, call);
    return message(chat, id, "");
  }

  private JsonNode edit(JsonNode call) {
    long chat = chat(call);
    TelegramHtml text = PayloadChecks.text(call.path("text"), call.path("parse_mode"));
    PayloadChecks.keyboard(call.path("reply_markup"));
    int id = call.path("message_id").asInt();
    boolean known =
        sent.stream().anyMatch(s -> s.method().equals("sendmessage") && s.message() == id);
    PayloadChecks.require(known, "message to edit not found");
    record("editmessagetext", chat, id, text.text(), call);
    return message(chat, id, text.text());
  }

  private long chat(JsonNode call) {
    long chat = call.path("chat_id").asLong();
    if (migrated.containsKey(chat)) {
      throw TelegramRefusal.migrated(migrated.get(chat));
    }
    if (gone.contains(chat)) {
      throw TelegramRefusal.forbidden("Forbidden: bot was blocked by the user");
    }
    PayloadChecks.require(chats.contains(chat), "chat not found");
    return chat;
  }

  private void record(String method, long chat, int message, String text, JsonNode call) {
    sent.add(new Sent(method, chat, message, text, call, System.nanoTime()));
    notifyAll();
  }

  private static ObjectNode message(long chat, int id, String text) {
    ObjectNode message = NODES.objectNode().put("message_id", id).put("date", 1_795_000_000);
    message.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
    message.putObject("from").put("id", BOT).put("is_bot", true).put("first_name", "Backchat");
    return message.put("text", text);
  }

  /** Calls of a method so far. */
  synchronized List<JsonNode> calls(String method) {
    return List.copyOf(calls.getOrDefault(method, List.of()));
  }

  synchronized List<Sent> await(String what, Duration most, Predicate<List<Sent>> holds) {
    long end = System.nanoTime() + most.toNanos();
    List<Sent> seen = Collections.unmodifiableList(sent);
    while (!holds.test(seen)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("not within " + most + ": " + what + "; seen: " + sent.size());
      }
      try {
        wait(Math.min(left, 100));
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }
    return List.copyOf(sent);
  }
}
