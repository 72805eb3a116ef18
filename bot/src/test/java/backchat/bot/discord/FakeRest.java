package backchat.bot.discord;

import backchat.bot.conversation.Multipart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The calls that our bot makes, and no others. Thread-safe. */
final class FakeRest extends Dispatcher {
  private static final String BASE = "/api/v10";

  private final FakeDiscord discord;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, JsonNode> commands = Collections.synchronizedMap(new HashMap<>());
  private final Map<String, String> nonces = Collections.synchronizedMap(new HashMap<>());
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private volatile int identifiesLeft = 1_000;
  private volatile int resetAfter = 600_000;
  private volatile int shards = 1;

  FakeRest(FakeDiscord discord) {
    this.discord = discord;
  }

  /** One answer put in the place of the right one, after a wait. */
  private record Fault(String call, Optional<MockResponse> answer, Duration pause, boolean stays) {}

  /** Answers the next call that matches with this instead. */
  void failNext(String call, MockResponse answer) {
    faults.add(new Fault(call, Optional.of(answer), Duration.ZERO, false));
  }

  /** Lets every call that matches wait from now on. */
  void delay(String call, Duration wait) {
    faults.add(new Fault(call, Optional.empty(), wait, true));
  }

  /** Takes all faults away. */
  void heal() {
    faults.clear();
  }

  void identifiesLeft(int left, int resetAfterMilliseconds) {
    identifiesLeft = left;
    resetAfter = resetAfterMilliseconds;
  }

  void shards(int recommended) {
    shards = recommended;
  }

  /** Calls so far as "METHOD /path". */
  List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  long count(String pattern) {
    return calls().stream().filter(call -> call.matches(pattern)).count();
  }

  /** The commands of all servers, or of one. */
  JsonNode commands(String of) {
    return commands.getOrDefault(of, Wire.array(List.of()));
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    String path = request.getUrl().encodedPath();
    if (path.equals("/") && "websocket".equals(request.getHeaders().get("Upgrade"))) {
      boolean compressed = "zlib-stream".equals(request.getUrl().queryParameter("compress"));
      return fault("GET /")
          .orElseGet(
              () ->
                  new MockResponse.Builder()
                      .webSocketUpgrade(discord.gateway().listener(compressed))
                      .build());
    }
    if (path.startsWith("/attachments/")) {
      byte[] file = discord.attachment(path);
      return new MockResponse.Builder().body(new okio.Buffer().write(file)).build();
    }
    String call = request.getMethod() + " " + path.replaceFirst("^" + BASE, "");
    calls.add(call);
    discord.changed();
    if (!("Bot " + Wire.TOKEN).equals(request.getHeaders().get("Authorization"))) {
      return error(401, 0, "401: Unauthorized");
    }
    Optional<MockResponse> fault = fault(call);
    if (fault.isPresent()) {
      return fault.get();
    }
    return route(call.split("[ /]+"), call, body(request));
  }

  /** The JSON of a call, with the names and texts of files that come with it under "uploaded". */
  private static JsonNode body(RecordedRequest request) {
    if (request.getBody() == null) {
      return Wire.read("");
    }
    String type = request.getHeaders().get("Content-Type");
    if (!Multipart.is(type)) {
      return Wire.read(request.getBody().utf8());
    }
    Map<String, Multipart.Part> parts = Multipart.read(type, request.getBody().toByteArray());
    ObjectNode json = (ObjectNode) Wire.read(parts.get("payload_json").text());
    ObjectNode message = json.path("data").isObject() ? (ObjectNode) json.get("data") : json;
    ArrayNode files = message.putArray("uploaded");
    parts.forEach(
        (name, part) -> {
          if (name.matches("files\\[\\d]")) {
            files.addObject().put("name", part.fileName()).put("text", part.text());
          }
        });
    return json;
  }

  private Optional<MockResponse> fault(String call) throws InterruptedException {
    Fault found = null;
    synchronized (faults) {
      for (Fault fault : faults) {
        if (found == null && call.matches(fault.call())) {
          found = fault;
        }
      }
      if (found != null && !found.stays()) {
        faults.remove(found);
      }
    }
    if (found != null && !found.pause().isZero()) {
      boolean over = closed.await(found.pause().toMillis(), TimeUnit.MILLISECONDS);
      return over ? Optional.of(error(500, 0, "closed")) : found.answer();
    }
    return found == null ? Optional.empty() : found.answer();
  }

  private MockResponse route(String[] part, String call, JsonNode body) {
    if (call.equals("GET /users/@me")) {
      return json(Wire.bot().put("discriminator", "0"));
    } else if (call.equals("GET /gateway/bot")) {
      return gateway();
    } else if (call.matches("GET /applications/\\d+/(guilds/\\d+/)?commands")) {
      return json(commands(part.length == 6 ? part[4] : ""));
    } else if (call.matches("PUT /applications/\\d+/(guilds/\\d+/)?commands")) {
      return upload(part.length == 6 ? part[4] : "", body);
    } else if (call.matches("POST /channels/\\d+/messages")) {
      return post(part[2], body);
    } else if (call.matches("GET /channels/\\d+/messages")) {
      return discord.history(part[2]);
    } else if (call.matches("POST /interactions/\\d+/[^/]+/callback")) {
      return discord.interactions().callback(part[2], part[3], body);
    } else if (call.matches("PATCH /webhooks/\\d+/[^/]+/messages/@original")) {
      return discord.interactions().webhook("edit", part[3], body);
    } else if (call.matches("POST /webhooks/\\d+/[^/]+")) {
      return discord.interactions().webhook("follow-up", part[3], body);
    }
    discord.violation("unknown call " + call);
    return error(404, 0, "404: Not Found");
  }

  private MockResponse gateway() {
    ObjectNode answer = Wire.object().put("url", discord.gatewayUrl()).put("shards", shards);
    answer
        .putObject("session_start_limit")
        .put("total", 1_000)
        .put("remaining", identifiesLeft)
        .put("reset_after", resetAfter)
        .put("max_concurrency", 1);
    return json(answer);
  }

  private MockResponse upload(String of, JsonNode body) {
    List<String> wrong = FakeRules.commands(body);
    if (!wrong.isEmpty()) {
      return invalid(discord, wrong);
    }
    for (JsonNode command : body) {
      ((ObjectNode) command).put("id", discord.id()).put("application_id", Wire.BOT);
      ((ObjectNode) command).put("version", discord.id());
    }
    commands.put(of, body);
    discord.changed();
    return json(body);
  }

  private synchronized MockResponse post(String channel, JsonNode body) {
    List<String> wrong = FakeRules.message(body);
    if (!wrong.isEmpty()) {
      return invalid(discord, wrong);
    }
    String nonce = body.path("nonce").asText("");
    String before = nonce.isEmpty() ? null : nonces.get(nonce);
    ObjectNode message = discord.botSaid(channel, body, before);
    nonces.put(nonce, message.get("id").asText());
    return json(message);
  }

  static MockResponse json(JsonNode body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(body.toString())
        .build();
  }

  static MockResponse error(int status, int code, String message) {
    return json(Wire.object().put("code", code).put("message", message))
        .newBuilder()
        .code(status)
        .addHeader("Via", "1.1 test")
        .build();
  }

  static MockResponse invalid(FakeDiscord discord, List<String> wrong) {
    discord.violation("refused: " + wrong);
    return error(400, 50035, "Invalid Form Body");
  }

  /** A 429 with the headers of the service. */
  static MockResponse limited(int seconds, boolean global) {
    MockResponse.Builder answer =
        json(Wire.object()
                .put("message", "limited")
                .put("retry_after", seconds)
                .put("global", global))
            .newBuilder()
            .code(429)
            .addHeader("Via", "1.1 test")
            .addHeader("Retry-After", String.valueOf(seconds));
    return global
        ? answer.addHeader("X-RateLimit-Global", "true").build()
        : answer
            .addHeader("X-RateLimit-Bucket", "bucket")
            .addHeader("X-RateLimit-Limit", "5")
            .addHeader("X-RateLimit-Remaining", "0")
            .addHeader("X-RateLimit-Reset-After", String.valueOf(seconds))
            .build();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
