package backchat.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** The real program as a process of its own, with its health. Confined to one thread. */
final class RunningBot implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String settings;
  private final Map<String, String> environment;
  private final List<String> options = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = free();
  private Process process;

  /** What came back. Immutable. */
  record Page(int status, String text) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * @param folder for settings, data and log
   * @param settings lines of the properties file
   * @param environment variables, such as tokens
   */
  RunningBot(Path folder, String settings, Map<String, String> environment) {
    this.folder = folder;
    this.settings = settings;
    this.environment = new HashMap<>(environment);
  }

  /** An option for the virtual machine. */
  RunningBot with(String option) {
    options.add(option);
    return this;
  }

  RunningBot start() {
    try {
      String all =
          settings
              + "\noperations.port = %d\n".formatted(port)
              + "telegram.long-poll = 1s\ntelegram.conflict-retry = 200ms\n";
      process = BotProcess.start(folder, all, environment, options);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path log() {
    return BotProcess.log(folder);
  }

  String logText() {
    try {
      return Files.readString(log(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of the pages; status 0 when nobody answers. */
  Page page(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(10))
              .build();
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Page(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Page(0, "");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until a page is as it should be; returns it. */
  Page await(String path, Predicate<Page> holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Page page = page(path);
      if (page.status() != 0 && holds.test(page)) {
        return page;
      }
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("waited in vain for " + path + ": " + page + "\n" + logText());
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  RunningBot ready() {
    await("/readyz", page -> page.status() == 200);
    return this;
  }

  /** A number of the metrics; 0 when there is no such line yet. */
  double metric(String line) {
    return page("/metrics")
        .text()
        .lines()
        .filter(l -> l.startsWith(line + " "))
        .mapToDouble(l -> Double.parseDouble(l.substring(line.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  Process process() {
    return process;
  }

  /** Waits for the end; returns the exit code. */
  int exit() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("it does not end\n" + logText());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int free() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    exit();
  }
}
