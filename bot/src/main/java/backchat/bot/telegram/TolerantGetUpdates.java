package backchat.bot.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Fetches updates and reads each alone, so that one that cannot be parsed does not hold up the
 * others, and keeps each as it came. Confined to one thread at a time.
 */
final class TolerantGetUpdates extends GetUpdates {
  private static final long serialVersionUID = 1L;
  private static final int MOST_AT_ONCE = 100;
  private static final List<String> KINDS =
      List.of("message", "edited_message", "callback_query", "inline_query");

  @JsonIgnore private final transient List<Received> received = new ArrayList<>();

  TolerantGetUpdates(int offset, Duration longPoll) {
    setOffset(offset);
    setLimit(MOST_AT_ONCE);
    setTimeout((int) longPoll.toSeconds());
    setAllowedUpdates(KINDS);
  }

  /**
   * One update. Immutable.
   *
   * @param json as it came
   * @param update bare but for its id when it could not be parsed
   */
  record Received(String json, Update update) {
    /** Says nothing of the text. */
    @Override
    public String toString() {
      return "update";
    }
  }

  /** The updates of the answer, in its order. */
  List<Received> received() {
    return List.copyOf(received);
  }

  @Override
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode result;
    try {
      JsonNode root = OBJECT_MAPPER.readTree(answer);
      if (!root.path("ok").asBoolean()) {
        return super.deserializeResponse(answer);
      }
      result = root.path("result");
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("an answer that is not JSON");
    }
    if (!result.isArray()) {
      throw new TelegramApiRequestException("an answer without updates");
    }
    received.clear();
    for (JsonNode node : result) {
      if (node.path("update_id").canConvertToInt()) {
        received.add(new Received(node.toString(), parsed(node)));
      }
    }
    return new ArrayList<>();
  }

  /** The update, or a bare one with its id alone when it cannot be parsed. */
  static Update parsed(JsonNode node) {
    try {
      return OBJECT_MAPPER.treeToValue(node, Update.class);
    } catch (JsonProcessingException | RuntimeException e) {
      Update bare = new Update();
      bare.setUpdateId(node.path("update_id").asInt());
      return bare;
    }
  }

  /** An update from the text that was kept of it. */
  static Update parsed(String json) {
    try {
      return parsed(OBJECT_MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the ledger keeps JSON", e);
    }
  }
}
