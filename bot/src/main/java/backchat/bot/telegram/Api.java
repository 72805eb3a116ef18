package backchat.bot.telegram;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Tally;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Calls to Telegram, one at a time for each caller. Thread-safe. */
final class Api implements AutoCloseable {
  private static final int CALLS_AT_ONCE = 256;
  private static final int IDLE_CONNECTIONS = 64;
  private static final int TOO_MANY = 429;
  private static final Pattern SENDS = Pattern.compile("(?i)(send|edit|answer).*");

  private final LastBytes sockets = new LastBytes();
  private final OkHttpClient http;
  private final ExecutorService executor;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Tally tally;
  private final String token;
  private final TelegramUrl url;

  /**
   * @param config with a token
   * @param tally counts what is sent
   */
  Api(TelegramConfig config, Tally tally) {
    this.tally = tally;
    Duration answerWithin = config.answerWithin();
    this.token = config.token().orElseThrow().value();
    boolean safe = "https".equals(config.apiUrl().getScheme());
    int port = config.apiUrl().getPort();
    this.url =
        new TelegramUrl(
            config.apiUrl().getScheme(),
            config.apiUrl().getHost(),
            port > 0 ? port : safe ? 443 : 80,
            false);
    this.executor = Executors.newVirtualThreadPerTaskExecutor();
    Dispatcher dispatcher = new Dispatcher(executor);
    dispatcher.setMaxRequests(CALLS_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
    this.http =
        new OkHttpClient.Builder()
            .socketFactory(sockets)
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 50, TimeUnit.SECONDS))
            // a call that is sent again must be our decision
            .retryOnConnectionFailure(false)
            // one call at a time on a connection: what is flushed leaves
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(answerWithin)
            .writeTimeout(answerWithin)
            .readTimeout(answerWithin)
            .build();
  }

  /** Calls a method. */
  <T extends Serializable, M extends BotApiMethod<T>> T call(M method)
      throws CallFailed, InterruptedException {
    return call(method, Duration.ZERO, () -> {});
  }

  /**
   * Calls a method.
   *
   * @param longer how much longer than usual the answer may take
   * @param onLeaving run right before the last byte of the request is handed to the operating
   *     system
   */
  <T extends Serializable, M extends BotApiMethod<T>> T call(
      M method, Duration longer, Runnable onLeaving) throws CallFailed, InterruptedException {
    return call(method.getMethod(), longer, onLeaving, client -> client.executeAsync(method));
  }

  /** Sends a file. */
  Message upload(SendDocument document) throws CallFailed, InterruptedException {
    return call(
        document.getMethod(), Duration.ZERO, () -> {}, client -> client.executeAsync(document));
  }

  /** The bytes of a file that somebody sent, at most so many. */
  byte[] download(String file, long most) throws CallFailed, InterruptedException, IOException {
    String path = call(new GetFile(file)).getFilePath();
    HttpUrl address =
        new HttpUrl.Builder()
            .scheme(url.getSchema())
            .host(url.getHost())
            .port(url.getPort())
            .addPathSegment("file")
            .addPathSegment("bot" + token)
            .addPathSegments(path == null ? "" : path)
            .build();
    try (Response response = http.newCall(new Request.Builder().url(address).build()).execute()) {
      if (!response.isSuccessful() || response.body().source().request(most + 1)) {
        throw new IOException("a file cannot be fetched, status " + response.code());
      }
      return response.body().source().readByteArray();
    }
  }

  /** What is called on the library's client. */
  @FunctionalInterface
  private interface Call<T> {
    CompletableFuture<T> on(OkHttpTelegramClient client) throws TelegramApiException;
  }

  private <T> T call(String method, Duration longer, Runnable onLeaving, Call<T> call)
      throws CallFailed, InterruptedException {
    Trace trace = new Trace(sockets, onLeaving);
    OkHttpClient traced =
        http.newBuilder()
            .addInterceptor(trace)
            .readTimeout(Duration.ofMillis(http.readTimeoutMillis()).plus(longer))
            .build();
    try {
      T taken = call.on(new OkHttpTelegramClient(mapper, traced, token, url)).get();
      count(method, Tally.Sent.DONE);
      return taken;
    } catch (ExecutionException e) {
      CallFailed failed = failure(method, trace, e.getCause());
      count(
          method,
          switch (failed.kind()) {
            case WAIT -> Tally.Sent.TOO_MANY;
            case REFUSED -> Tally.Sent.REFUSED;
            case UNREADABLE -> Tally.Sent.DONE;
            case DOWN, UNKNOWN -> Tally.Sent.FAILED;
          });
      throw failed;
    } catch (TelegramApiException e) {
      throw new CallFailed(CallFailed.Kind.REFUSED, 0, method + " is not valid");
    }
  }

  /** Counts what people get to see, and every request to wait. */
  private void count(String method, Tally.Sent outcome) {
    if (outcome == Tally.Sent.TOO_MANY || SENDS.matcher(method).matches()) {
      tally.sent(outcome);
    }
  }

  /** Says what is known; nothing of the cause but its kind, which may quote an address. */
  private static CallFailed failure(String method, Trace trace, Throwable cause) {
    if (cause instanceof TelegramApiRequestException refused
        && refused.getErrorCode() != null
        && refused.getErrorCode() != 0) {
      return refused(method, refused);
    }
    int status = trace.status();
    String what = method + " failed, status " + status + ", " + cause.getClass().getSimpleName();
    if (status == TOO_MANY) {
      return new CallFailed(CallFailed.Kind.WAIT, status, what);
    }
    if (status >= 200 && status < 300) {
      return new CallFailed(CallFailed.Kind.UNREADABLE, status, what);
    }
    boolean unknown = status == 0 && trace.left();
    return new CallFailed(unknown ? CallFailed.Kind.UNKNOWN : CallFailed.Kind.DOWN, status, what);
  }

  private static CallFailed refused(String method, TelegramApiRequestException refused) {
    int code = refused.getErrorCode();
    var parameters = Optional.ofNullable(refused.getParameters());
    CallFailed.Kind kind =
        code == TOO_MANY
            ? CallFailed.Kind.WAIT
            : code >= 500 ? CallFailed.Kind.DOWN : CallFailed.Kind.REFUSED;
    String said =
        Optional.ofNullable(refused.getApiResponse()).orElse("").replaceAll("\\d{4,}", "#");
    return new CallFailed(
        kind,
        code,
        method + " refused, " + code + " " + said,
        parameters.map(p -> p.getRetryAfter()).map(Duration::ofSeconds).orElse(Duration.ZERO),
        parameters.map(p -> p.getMigrateToChatId()));
  }

  /** Ends every call that is under way. */
  void cancelAll() {
    http.dispatcher().cancelAll();
  }

  /** Ends every call and leaves no thread. */
  @Override
  public void close() {
    cancelAll();
    executor.shutdownNow();
    http.connectionPool().evictAll();
  }
}
