package backchat.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Asks Discord whether and how this bot may connect, before it does. Thread-safe. */
final class GatewayCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OkHttpClient client;
  private final String apiUrl;
  private final String token;

  GatewayCheck(OkHttpClient client, String apiUrl, String token) {
    this.client = client;
    this.apiUrl = apiUrl;
    this.token = token;
  }

  /** What Discord said. Immutable. */
  sealed interface Outcome {}

  /**
   * The bot may connect.
   *
   * @param url of the gateway
   * @param shards as many as Discord recommends
   * @param atOnce how many may identify at once
   * @param left how many more may identify before {@code reset}
   * @param reset until the count starts anew
   */
  record Open(String url, int shards, int atOnce, int left, Duration reset) implements Outcome {}

  /** The token is wrong. */
  record Refused() implements Outcome {}

  /**
   * Discord could not be asked; try again.
   *
   * @param says why
   * @param pause how long Discord wants us to wait; zero when it did not say
   */
  record OutOfReach(String says, Duration pause) implements Outcome {}

  Outcome ask() {
    Request request =
        new Request.Builder()
            .url(apiUrl + "gateway/bot")
            .header("Authorization", "Bot " + token)
            .build();
    try (Response response = client.newCall(request).execute()) {
      ResponseBody body = response.body();
      if (response.code() == 401) {
        return new Refused();
      }
      if (!response.isSuccessful()) {
        String wait = response.header("Retry-After", "0");
        long seconds = wait.matches("[0-9]{1,6}") ? Long.parseLong(wait) : 0;
        return new OutOfReach("it answers " + response.code(), Duration.ofSeconds(seconds));
      }
      JsonNode answer = JSON.readTree(body.string());
      JsonNode limit = answer.path("session_start_limit");
      return new Open(
          answer.path("url").asText(""),
          Math.max(1, answer.path("shards").asInt(1)),
          Math.max(1, limit.path("max_concurrency").asInt(1)),
          limit.path("remaining").asInt(1_000),
          Duration.ofMillis(limit.path("reset_after").asLong(0)));
    } catch (IOException e) {
      return new OutOfReach("no connection (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
    }
  }
}
