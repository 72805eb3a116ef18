package backchat.bot.telegram;

import backchat.bot.conversation.Multipart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Telegram on loopback: strict about what it takes, and with faults on request. Its {@link #close}
 * fails when anything came that Telegram would not have taken. Thread-safe.
 */
final class TelegramServer implements AutoCloseable {
  static {
    // without it each answer on a kept connection waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  static final String TOKEN = "123456:test-token-of-the-bot";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpServer http;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final TelegramState state = new TelegramState();
  private final Map<String, ArrayDeque<Fault>> faults = new HashMap<>();
  private final Map<String, Fault> lasting = new HashMap<>();
  private final List<CountDownLatch> hanging = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  TelegramServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    http.setExecutor(executor);
    http.createContext("/", this::serve);
    http.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  /** What people do and what they have seen. */
  TelegramState state() {
    return state;
  }

  /** The next call of that method goes wrong so; several faults happen one after the other. */
  synchronized void fault(String method, Fault fault) {
    faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), m -> new ArrayDeque<>()).add(fault);
  }

  /** Whether every fault has happened. */
  synchronized boolean faultsAreOver() {
    return faults.values().stream().allMatch(ArrayDeque::isEmpty);
  }

  private synchronized Fault faultOf(String method) {
    ArrayDeque<Fault> waiting = faults.get(method);
    Fault once = waiting == null ? null : waiting.poll();
    return once == null ? lasting.get(method) : once;
  }

  /** Every call of that method goes wrong so, until it is {@link #fine}. */
  synchronized void lasting(String method, Fault fault) {
    lasting.put(method.toLowerCase(Locale.ROOT), fault);
  }

  /** Nothing goes wrong any more, and what hangs breaks off. */
  synchronized void fine() {
    lasting.clear();
    hanging.forEach(CountDownLatch::countDown);
    hanging.clear();
  }

  synchronized void problem(String problem) {
    problems.add(problem);
  }

  /** Takes the problems that were expected. */
  synchronized List<String> takeProblems() {
    List<String> taken = List.copyOf(problems);
    problems.clear();
    return taken;
  }

  private void serve(HttpExchange exchange) {
    try {
      String[] path = exchange.getRequestURI().getPath().split("/");
      String method = path.length == 3 ? path[2].toLowerCase(Locale.ROOT) : "";
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.length > 3 && path[1].equals("file") && path[2].equals("bot" + TOKEN)) {
        byte[] file = state.file(path[path.length - 1]);
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
        return;
      }
      if (path.length != 3 || !path[1].equals("bot" + TOKEN)) {
        answer(exchange, refusal(401, "Unauthorized"));
        return;
      }
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      JsonNode call =
          Multipart.is(type)
              ? form(Multipart.read(type, body))
              : body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      Fault fault = faultOf(method);
      if (fault == null) {
        answer(exchange, result(method, call));
      } else {
        fail(exchange, method, call, fault);
      }
    } catch (IOException e) {
      // the client has gone, as it may
    } catch (RuntimeException | InterruptedException e) {
      problem("the server failed: " + e);
    } finally {
      exchange.close();
    }
  }

  /** A form as one object; a field that names an attached file holds its name and text. */
  private static JsonNode form(Map<String, Multipart.Part> parts) throws IOException {
    ObjectNode call = JSON.createObjectNode();
    for (Map.Entry<String, Multipart.Part> part : parts.entrySet()) {
      String text = part.getValue().text();
      if (text.startsWith("attach://")) {
        Multipart.Part file = parts.get(text.substring("attach://".length()));
        if (file == null || file.fileName().isEmpty()) {
          throw new IOException(text + " is not there");
        }
        call.putObject(part.getKey()).put("name", file.fileName()).put("text", file.text());
      } else if (part.getValue().fileName().isEmpty()) {
        call.set(part.getKey(), text.startsWith("{") ? JSON.readTree(text) : call.textNode(text));
      }
    }
    return call;
  }

  private void fail(HttpExchange exchange, String method, JsonNode call, Fault fault)
      throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Refusal refusal -> {
        ObjectNode answer = refusal(refusal.code(), refusal.description());
        if (!refusal.retryAfter().isZero()) {
          answer.putObject("parameters").put("retry_after", refusal.retryAfter().toSeconds());
        }
        answer(exchange, answer);
      }
      case Fault.Page page ->
          answer(exchange, page.status(), "<html><h1>Bad Gateway</h1></html>", "text/html");
      case Fault.Instead instead -> {
        result(method, call);
        answer(exchange, 200, instead.body(), "application/json");
      }
      case Fault.Drop drop -> {
        if (drop.afterEffect()) {
          result(method, call);
        }
      }
      case Fault.CutOff cut -> {
        byte[] whole = JSON.writeValueAsBytes(result(method, call));
        exchange.sendResponseHeaders(200, whole.length);
        exchange.getResponseBody().write(whole, 0, whole.length / 2);
        exchange.getResponseBody().flush();
      }
      case Fault.Hang hang -> {
        if (hang.afterEffect()) {
          result(method, call);
        }
        CountDownLatch end = new CountDownLatch(1);
        synchronized (this) {
          hanging.add(end);
        }
        end.await();
      }
    }
  }

  private ObjectNode result(String method, JsonNode call) throws InterruptedException {
    try {
      JsonNode result =
          method.equals("getupdates") ? state.updates().poll(call) : state.call(method, call);
      ObjectNode answer = JSON.createObjectNode().put("ok", true);
      answer.set("result", result);
      return answer;
    } catch (TelegramRefusal e) {
      if (!e.blameless()) {
        problem(e.getMessage());
      }
      ObjectNode answer = refusal(e.code(), e.getMessage());
      e.migratedTo()
          .ifPresent(chat -> answer.putObject("parameters").put("migrate_to_chat_id", chat));
      return answer;
    } catch (IllegalArgumentException e) {
      problem(method + ": " + e.getMessage());
      return refusal(400, "Bad Request: " + e.getMessage());
    }
  }

  private static ObjectNode refusal(int code, String description) {
    return JSON.createObjectNode()
        .put("ok", false)
        .put("error_code", code)
        .put("description", description);
  }

  private static void answer(HttpExchange exchange, ObjectNode answer) throws IOException {
    int status = answer.path("ok").asBoolean() ? 200 : answer.path("error_code").asInt();
    answer(exchange, status, answer.toString(), "application/json");
  }

  private static void answer(HttpExchange exchange, int status, String body, String type)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Waits until something holds of what was sent; fails when it does not in time. */
  List<Sent> await(String what, Predicate<List<Sent>> holds) {
    return state.await(what, PATIENCE, holds);
  }

  @Override
  public void close() {
    fine();
    state.updates().end();
    http.stop(0);
    executor.shutdownNow();
    List<String> left = takeProblems();
    if (!left.isEmpty()) {
      throw new AssertionError("Telegram would not have taken: " + left);
    }
  }
}
