package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/**
 * Discord on a loopback socket: calls and gateway, strict about what it is asked. Closing it fails
 * when the bot did anything that it was not asked for. Thread-safe.
 */
final class FakeDiscord implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Snowflakes snowflakes = new Snowflakes();
  private final FakeGateway gateway = new FakeGateway(this);
  private final FakeInteractions interactions = new FakeInteractions(this);
  private final FakeRest rest = new FakeRest(this);
  private final MockWebServer server = new MockWebServer();
  private final String textChannel = id();
  private final Map<String, List<ObjectNode>> channels = new LinkedHashMap<>();
  private final Map<String, ObjectNode> described = new LinkedHashMap<>();
  private final Map<String, byte[]> attachments = new LinkedHashMap<>();
  private final Outbox unseen = new Outbox();
  private final List<String> violations = new ArrayList<>();
  private final Cable cable;
  private String permissions = Wire.ALL;

  private final boolean encrypted;

  FakeDiscord() {
    this(Optional.empty());
  }

  /**
   * @param encrypted with what the sockets are encrypted; empty for none
   */
  FakeDiscord(Optional<SSLContext> encrypted) {
    Traces.keep();
    this.encrypted = encrypted.isPresent();
    encrypted.ifPresent(with -> server.useHttps(with.getSocketFactory()));
    channel(textChannel, 0);
    server.setDispatcher(rest);
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cable = new Cable(server.getPort());
  }

  String apiUrl() {
    return (encrypted ? "https" : "http") + "://127.0.0.1:" + server.getPort() + "/api/v10/";
  }

  String gatewayUrl() {
    return (encrypted ? "wss" : "ws") + "://127.0.0.1:" + cable.port();
  }

  /** After how much silence the bot should give a socket up; three heartbeats. */
  Duration patience() {
    return Duration.ofMillis(3L * gateway.heartbeat());
  }

  /** The wire to the gateway. */
  Cable cable() {
    return cable;
  }

  /** Keeps a file that somebody sends; returns its address. */
  synchronized String attach(byte[] bytes) {
    String path = "/attachments/" + id();
    attachments.put(path, bytes);
    return "http://127.0.0.1:" + server.getPort() + path;
  }

  synchronized byte[] attachment(String path) {
    return attachments.get(path);
  }

  FakeGateway gateway() {
    return gateway;
  }

  FakeRest rest() {
    return rest;
  }

  FakeInteractions interactions() {
    return interactions;
  }

  String id() {
    return snowflakes.next();
  }

  /** The channel that is always there. */
  String textChannel() {
    return textChannel;
  }

  /** Adds a channel to the server before the bot connects: 0 for text, 15 for a forum. */
  synchronized String channel(String id, int type) {
    channels.put(id, new ArrayList<>());
    described.put(id, Wire.channel(id, type));
    return id;
  }

  /** What everybody, the bot included, may do in the server from the next READY on. */
  synchronized void permissions(String bits) {
    permissions = bits;
  }

  List<String> guilds() {
    return List.of(Wire.GUILD);
  }

  synchronized ObjectNode guild(String id) {
    return Wire.guild(id, permissions, List.copyOf(described.values()));
  }

  /** Somebody who writes to the bot. */
  FakeUser user(int number) {
    return new FakeUser(this, String.valueOf(100_000_000_000_000_000L + number));
  }

  /** Keeps a message and tells the bot of it. */
  void said(String channel, String guild, ObjectNode message) {
    keep(channel, message);
    gateway.event("MESSAGE_CREATE", guild, message);
  }

  /** Keeps a message that the bot is not told of. */
  synchronized void keep(String channel, ObjectNode message) {
    channels.computeIfAbsent(channel, c -> new ArrayList<>()).add(message);
    if (described.containsKey(channel)) {
      described.get(channel).put("last_message_id", message.get("id").asText());
    }
  }

  /** A message of the bot's: kept, counted, and sent back to it as the service does. */
  ObjectNode botSaid(String channel, JsonNode body, String before) {
    boolean inGuild;
    ObjectNode message;
    synchronized (this) {
      inGuild = described.containsKey(channel);
      String id = before == null ? id() : before;
      message = Wire.message(id, channel, inGuild ? Wire.GUILD : null, Wire.bot(), "");
      for (String part : List.of("content", "components", "message_reference")) {
        if (body.hasNonNull(part)) {
          message.set(part, body.get(part));
        }
      }
      if (before == null) {
        sent(new Sent("message", channel, body, id, 0));
      }
    }
    if (before == null) {
      said(channel, inGuild ? Wire.GUILD : null, message);
    }
    return message;
  }

  /** Messages of a channel, the newest first, with what they mention and answer. */
  synchronized MockResponse history(String channel) {
    List<ObjectNode> messages = channels.getOrDefault(channel, List.of());
    return FakeRest.json(Wire.array(messages.reversed().stream().limit(100).toList()));
  }

  /** Adds a post's channel, so that it counts as one of the server's. */
  synchronized void post(String thread) {
    channels.put(thread, new ArrayList<>());
    described.put(thread, Wire.object());
  }

  void sent(Sent something) {
    unseen.add(something);
    changed();
  }

  synchronized void violation(String what) {
    violations.add(what);
    notifyAll();
  }

  synchronized void changed() {
    notifyAll();
  }

  /** Waits for what comes next in a channel or from an interaction, and takes it. */
  Sent next(String where) {
    return unseen
        .next(where, PATIENCE)
        .orElseThrow(
            () ->
                new AssertionError(
                    "nothing in %s; %s %s %s, connected %d, unwritten %d; %s"
                        .formatted(
                            where,
                            problems(),
                            unseen,
                            gateway.log(),
                            gateway.connected(),
                            gateway.unwritten(),
                            Traces.written(rest.calls()))));
  }

  /** What nobody has looked at yet. */
  Outbox outbox() {
    return unseen;
  }

  /** How many things nobody has looked at yet. */
  int unseen() {
    return unseen.size();
  }

  /** Takes the violations that a test provoked. */
  synchronized List<String> takeViolations() {
    List<String> all = List.copyOf(violations);
    violations.clear();
    return all;
  }

  /** Waits until something is there; looks for it without a lock in hand. */
  <T> T await(String what, Supplier<Optional<T>> condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Optional<T> found = condition.get(); ; found = condition.get()) {
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "waited in vain for %s; %s %s; %s"
                .formatted(what, problems(), unseen, Traces.written(rest.calls())));
      }
      pause();
    }
  }

  private synchronized void pause() {
    try {
      wait(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private synchronized List<String> problems() {
    return List.copyOf(violations);
  }

  /** Waits until something holds. */
  void until(String what, Supplier<Boolean> condition) {
    await(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
  }

  @Override
  public void close() {
    cable.close();
    server.close();
    synchronized (this) {
      if (!violations.isEmpty() || unseen.size() > 0) {
        throw new AssertionError("not asked for: " + violations + " " + unseen);
      }
    }
  }
}
