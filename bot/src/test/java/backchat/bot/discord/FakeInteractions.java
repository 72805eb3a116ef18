package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;

/**
 * Interactions under way: the 3 seconds, one callback each, follow-ups only after it. Thread-safe.
 */
final class FakeInteractions {
  private static final Duration FIRST = Duration.ofSeconds(3);

  private final FakeDiscord discord;
  private final Map<String, Open> byToken = new HashMap<>();

  FakeInteractions(FakeDiscord discord) {
    this.discord = discord;
  }

  private static final class Open {
    private final String id;
    private final int type;
    private final long since = System.nanoTime();
    private boolean answered;

    private Open(String id, int type) {
      this.id = id;
      this.type = type;
    }
  }

  synchronized void opened(String token, String id, int type) {
    byToken.put(token, new Open(id, type));
  }

  synchronized MockResponse callback(String id, String token, JsonNode body) {
    Open open = byToken.get(token);
    long after = open == null ? 0 : System.nanoTime() - open.since;
    if (open == null || !open.id.equals(id) || after > FIRST.toNanos()) {
      discord.violation("callback to an interaction that is late or unknown");
      return FakeRest.error(404, 10062, "Unknown interaction");
    }
    if (open.answered) {
      discord.violation("second callback to one interaction");
      return FakeRest.error(400, 40060, "Interaction has already been acknowledged.");
    }
    int type = body.path("type").asInt();
    List<String> wrong = List.of();
    if (!allowed(open.type).contains(type)) {
      wrong = List.of("callback " + type + " to interaction type " + open.type);
    } else if (type == 4 || type == 7) {
      wrong = FakeRules.message(body.path("data"));
    } else if (type == 8) {
      wrong = FakeRules.choices(body.path("data").path("choices"));
    }
    if (!wrong.isEmpty()) {
      return FakeRest.invalid(discord, wrong);
    }
    open.answered = true;
    discord.sent(new Sent("callback", id, body, "", after));
    return new MockResponse.Builder().code(204).build();
  }

  private static List<Integer> allowed(int interaction) {
    return switch (interaction) {
      case 2 -> List.of(4, 5);
      case 3 -> List.of(4, 5, 6, 7);
      case 4 -> List.of(8);
      default -> List.of();
    };
  }

  synchronized MockResponse webhook(String kind, String token, JsonNode body) {
    Open open = byToken.get(token);
    if (open == null || !open.answered) {
      discord.violation(kind + " before the callback");
      return FakeRest.error(404, 10015, "Unknown Webhook");
    }
    List<String> wrong = FakeRules.message(body);
    if (!wrong.isEmpty()) {
      return FakeRest.invalid(discord, wrong);
    }
    String id = discord.id();
    discord.sent(new Sent(kind, open.id, body, id, System.nanoTime() - open.since));
    return FakeRest.json(Wire.message(id, discord.textChannel(), null, Wire.bot(), ""));
  }
}
