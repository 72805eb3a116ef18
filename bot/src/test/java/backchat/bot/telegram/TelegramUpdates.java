package backchat.bot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The updates that Telegram has to hand out, and who asks for them. Thread-safe. */
final class TelegramUpdates {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TreeMap<Integer, String> updates = new TreeMap<>();
  private final Map<Integer, Long> available = new HashMap<>();
  private boolean twice;
  private int polls;
  private boolean ended;

  /** Hands an update out from now on. */
  synchronized void add(int id, String json) {
    updates.put(id, json);
    available.put(id, System.nanoTime());
    notifyAll();
  }

  /** When an update could be fetched first, in the nanoseconds of this process. */
  synchronized long availableSince(int id) {
    return available.get(id);
  }

  /** From now on each answer holds each update twice. */
  synchronized void handOutTwice() {
    twice = true;
  }

  /** Waits for updates; a request that comes meanwhile ends the one before it. */
  synchronized JsonNode poll(JsonNode call) throws InterruptedException {
    int offset = call.path("offset").asInt();
    updates.headMap(offset).clear();
    int mine = ++polls;
    notifyAll();
    long end = System.nanoTime() + call.path("timeout").asLong() * 1_000_000_000L;
    while (updates.isEmpty() && !ended) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (mine != polls) {
        throw TelegramRefusal.conflict();
      }
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    ArrayNode batch = JsonNodeFactory.instance.arrayNode();
    updates.values().stream()
        .limit(call.path("limit").asInt(100))
        .forEach(
            json -> {
              batch.add(parsed(json));
              if (twice) {
                batch.add(parsed(json));
              }
            });
    return batch;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Requests for updates so far. */
  synchronized int polls() {
    return polls;
  }

  /** Whether every update was confirmed by a higher offset. */
  synchronized boolean allConfirmed() {
    return updates.isEmpty();
  }

  /** Nobody waits any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }
}
