package backchat.bot.operations;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back on the wire. */
final class OperationsServerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<Supplier<Standing>> alive =
      new AtomicReference<>(new Liveness(Samples.knowledge())::check);
  private volatile List<Standing> ready = List.of(new Standing("telegram", true, "serving"));
  private OperationsServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        OperationsServer.start(
            "127.0.0.1", 0, () -> alive.get().get(), () -> ready, new Metrics()::text);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> call(String method, String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aliveMeansThatAQuestionWasAnswered() {
    HttpResponse<String> page = call("GET", "/livez");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).contains("json");
    assertThat(page.body()).contains("\"alive\" : true").contains("was answered: found");
    alive.set(() -> new Standing("process", false, "a question failed: StackOverflowError"));
    assertThat(call("GET", "/livez").statusCode()).isEqualTo(503);
    alive.set(
        () -> {
          throw new IllegalStateException("what a person wrote");
        });
    assertThat(call("GET", "/livez").statusCode()).isEqualTo(500);
    assertThat(call("GET", "/livez").body()).doesNotContain("person");
  }

  @Test
  void readyMeansThatEveryPartIs() {
    assertThat(call("GET", "/readyz").statusCode()).isEqualTo(200);
    ready =
        List.of(
            new Standing("telegram", true, "serving", Map.of("silence_seconds", 3)),
            new Standing("store", false, "the disk is full"));
    HttpResponse<String> page = call("GET", "/readyz");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("\"ready\" : false", "\"silence_seconds\" : 3", "the disk is full");
  }

  @Test
  void otherPathsAndMethodsAreRefused() {
    assertThat(call("GET", "/metrics").body()).contains("jvm_threads_live_threads");
    assertThat(call("HEAD", "/readyz").statusCode()).isEqualTo(200);
    assertThat(call("POST", "/readyz").statusCode()).isEqualTo(405);
    assertThat(call("GET", "/livez/../../etc/passwd").statusCode()).isEqualTo(404);
    assertThat(call("GET", "/").statusCode()).isEqualTo(404);
  }
}
