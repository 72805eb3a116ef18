package backchat.bot.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells operators how the bot stands, over HTTP: {@code /livez}, {@code /readyz} and {@code
 * /metrics}. Every other path is 404, every method but GET and HEAD 405. Thread-safe.
 */
public final class OperationsServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OperationsServer.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json; charset=utf-8";

  /** Probes come one at a time; whoever asks more often than that is turned away. */
  private static final int MOST_AT_ONCE = 16;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);

  /** What is sent back. Immutable. */
  private record Page(int status, String type, String text) {}

  private OperationsServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Begins to listen.
   *
   * @param address on which address of this machine
   * @param port 0 for any that is free
   * @param alive asked by {@code /livez}
   * @param ready asked by {@code /readyz}: how each part stands
   * @param metrics in Prometheus' text format
   * @throws IOException if it cannot listen there
   */
  public static OperationsServer start(
      String address,
      int port,
      Supplier<Standing> alive,
      Supplier<List<Standing>> ready,
      Supplier<String> metrics)
      throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
    OperationsServer server = new OperationsServer(http);
    server.page("/livez", () -> alivePage(alive.get()));
    server.page("/readyz", () -> readyPage(ready.get()));
    server.page(
        "/metrics", () -> new Page(200, "text/plain; version=0.0.4; charset=utf-8", metrics.get()));
    http.setExecutor(server.threads);
    http.start();
    return server;
  }

  private void page(String path, Supplier<Page> made) {
    server.createContext(path, exchange -> answer(exchange, path, made));
  }

  private void answer(HttpExchange exchange, String path, Supplier<Page> made) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      Page page = page(exchange, path, made, head || exchange.getRequestMethod().equals("GET"));
      byte[] bytes = page.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", page.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(page.status(), head ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Page page(HttpExchange exchange, String path, Supplier<Page> made, boolean reads) {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return new Page(404, "text/plain", "there are /livez, /readyz and /metrics\n");
    }
    if (!reads) {
      return new Page(405, "text/plain", "GET only\n");
    }
    if (!room.tryAcquire()) {
      return new Page(503, "text/plain", "too many at once\n");
    }
    try {
      return made.get();
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed", path, e);
      return new Page(500, "text/plain", "failed; see the log\n");
    } finally {
      room.release();
    }
  }

  private static Page alivePage(Standing standing) {
    ObjectNode node = JSON.createObjectNode();
    node.put("alive", standing.ready()).put("says", standing.says());
    return json(standing.ready(), node);
  }

  private static Page readyPage(List<Standing> standings) {
    boolean ready = standings.stream().allMatch(Standing::ready);
    ObjectNode node = JSON.createObjectNode().put("ready", ready);
    for (Standing standing : standings) {
      ObjectNode part = node.putObject(standing.name());
      part.put("ready", standing.ready()).put("says", standing.says());
      for (Map.Entry<String, Object> detail : standing.details().entrySet()) {
        part.putPOJO(detail.getKey(), detail.getValue());
      }
    }
    return json(ready, node);
  }

  private static Page json(boolean good, ObjectNode node) {
    return new Page(good ? 200 : 503, JSON_TYPE, node.toPrettyString() + "\n");
  }

  /** The port on which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
