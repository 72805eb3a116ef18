package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** The gateway: HELLO to READY, heartbeats, resume with what was missed, faults. Thread-safe. */
final class FakeGateway {
  private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

  private final FakeDiscord discord;
  private final Map<String, Session> sessions = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private int heartbeat = 41_250;
  private int refuseWith;

  FakeGateway(FakeDiscord discord) {
    this.discord = discord;
  }

  /** What a session has been sent, so that it can be resumed. */
  private static final class Session {
    private final String id;
    private final int shard;
    private final int shards;
    private final List<ObjectNode> sent = new ArrayList<>();
    private Link link;
    private boolean open = true;

    private Session(String id, int shard, int shards) {
      this.id = id;
      this.shard = shard;
      this.shards = shards;
    }

    private boolean has(String guild) {
      return guild == null ? shard == 0 : (Long.parseUnsignedLong(guild) >>> 22) % shards == shard;
    }
  }

  /** One socket. */
  private final class Link extends WebSocketListener {
    private final Optional<ZlibStream> zlib;
    private WebSocket socket;
    private Session session;

    private Link(boolean compressed) {
      zlib = compressed ? Optional.of(new ZlibStream()) : Optional.empty();
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
      socket = webSocket;
      synchronized (FakeGateway.this) {
        links.add(this);
        send(op(10, Wire.object().put("heartbeat_interval", heartbeat)));
      }
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
      synchronized (FakeGateway.this) {
        receive(this, Wire.read(text));
      }
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString bytes) {
      discord.violation("binary frame from the bot");
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
      synchronized (FakeGateway.this) {
        note("closed by the bot " + code);
        if (session != null && (code == 1000 || code == 1001)) {
          session.open = false;
        }
        webSocket.close(code, null);
        gone(this);
      }
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, Response response) {
      synchronized (FakeGateway.this) {
        gone(this);
      }
    }

    private void send(ObjectNode frame) {
      send(frame.toString());
    }

    private void send(String text) {
      zlib.ifPresentOrElse(packing -> socket.send(packing.packed(text)), () -> socket.send(text));
    }
  }

  /** What serves a new socket; compressed when the bot asked for it. */
  WebSocketListener listener(boolean compressed) {
    return new Link(compressed);
  }

  private static ObjectNode op(int op, JsonNode data) {
    ObjectNode frame = Wire.object().put("op", op);
    frame.set("d", data);
    return frame;
  }

  private void gone(Link link) {
    links.remove(link);
    if (link.session != null && link.session.link == link) {
      link.session.link = null;
    }
    discord.changed();
  }

  private void note(String what) {
    log.add(what);
    discord.changed();
  }

  private void receive(Link link, JsonNode frame) {
    switch (frame.path("op").asInt()) {
      case 1 -> link.send(op(11, null));
      case 2 -> identify(link, frame.get("d"));
      case 3 -> {}
      case 6 -> resume(link, frame.get("d"));
      default -> discord.violation("unasked gateway message " + frame.path("op"));
    }
  }

  private void identify(Link link, JsonNode data) {
    note("identify " + data.path("shard"));
    if (refuseWith != 0) {
      link.socket.close(refuseWith, "refused");
      return;
    }
    if (!data.path("token").asText().equals(Wire.TOKEN)) {
      link.socket.close(4004, "Authentication failed.");
      return;
    }
    if ((data.path("intents").asInt() & PRIVILEGED) != 0) {
      discord.violation("privileged intents " + data.path("intents"));
      link.socket.close(4014, "Disallowed intent(s).");
      return;
    }
    Session session =
        new Session(
            "session-" + discord.id(),
            data.path("shard").path(0).asInt(),
            data.path("shard").path(1).asInt());
    session.link = link;
    link.session = session;
    sessions.put(session.id, session);
    List<String> guilds = discord.guilds().stream().filter(session::has).toList();
    dispatch(session, "READY", Wire.ready(session.id, guilds));
    guilds.forEach(guild -> dispatch(session, "GUILD_CREATE", discord.guild(guild)));
  }

  private void resume(Link link, JsonNode data) {
    note("resume");
    Session session = sessions.get(data.path("session_id").asText());
    if (session == null || !session.open) {
      link.send(op(9, Wire.read("false")));
      return;
    }
    session.link = link;
    link.session = session;
    session.sent.stream()
        .filter(frame -> frame.get("s").asInt() > data.path("seq").asInt())
        .toList()
        .forEach(link::send);
    dispatch(session, "RESUMED", Wire.object());
  }

  private void dispatch(Session session, String type, ObjectNode data) {
    ObjectNode frame = op(0, data).put("t", type).put("s", session.sent.size() + 1);
    session.sent.add(frame);
    if (session.link != null) {
      session.link.send(frame);
    }
  }

  /** Sends an event to the session that has the server, or keeps it for its resume. */
  synchronized void event(String type, String guild, ObjectNode data) {
    sessions.values().stream()
        .filter(session -> session.open && session.has(guild))
        .forEach(session -> dispatch(session, type, data));
  }

  /** What happened so far: identifies, resumes, closes. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  synchronized long count(String start) {
    return log.stream().filter(line -> line.startsWith(start)).count();
  }

  synchronized int connected() {
    return (int) sessions.values().stream().filter(session -> session.link != null).count();
  }

  /** Bytes of events that are sent but have not left the server yet. */
  synchronized long unwritten() {
    return links.stream().mapToLong(link -> link.socket.queueSize()).sum();
  }

  /** Milliseconds between heartbeats of connections to come. */
  synchronized void heartbeat(int milliseconds) {
    heartbeat = milliseconds;
  }

  synchronized int heartbeat() {
    return heartbeat;
  }

  /** Closes every IDENTIFY to come with this code; 0 welcomes them again. */
  synchronized void refuse(int code) {
    refuseWith = code;
  }

  /** Closes all sockets with a code. */
  synchronized void close(int code) {
    List.copyOf(links).forEach(link -> link.socket.close(code, "on request"));
    List.copyOf(links).forEach(this::gone);
  }

  /** Sends op 7 to all. */
  synchronized void askToReconnect() {
    links.forEach(link -> link.send(op(7, null)));
  }

  /** Ends all sessions: what is sent until the next IDENTIFY is lost. */
  synchronized void invalidate() {
    sessions.values().forEach(session -> session.open = false);
    links.forEach(link -> link.send(op(9, Wire.read("false"))));
  }

  /** Sends a frame as it stands, for what no service should send. */
  synchronized void raw(String text) {
    links.forEach(link -> link.send(text));
  }
}
