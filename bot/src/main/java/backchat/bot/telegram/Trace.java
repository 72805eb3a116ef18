package backchat.bot.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;

/**
 * Watches one call: whether it has left, and whether Telegram answered it as a Bot API does, which
 * the library does not tell. Thread-safe.
 */
final class Trace implements Interceptor {
  private static final JsonFactory JSON = new JsonFactory();

  private final LastBytes sockets;
  private final Runnable onLeaving;
  private volatile boolean left;
  private volatile int status;
  private volatile boolean understood;

  /**
   * @param sockets over which the call goes
   * @param onLeaving run right before the last byte is handed to the operating system
   */
  Trace(LastBytes sockets, Runnable onLeaving) {
    this.sockets = sockets;
    this.onLeaving = onLeaving;
  }

  /** A body that tells when its last byte, and all before it, is about to be flushed. */
  private final class Told extends RequestBody {
    private final RequestBody body;

    private Told(RequestBody body) {
      this.body = body;
    }

    @Override
    public MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
      sockets.leave(onLeaving, sink::flush);
      left = true;
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Response response =
        chain.proceed(
            request.newBuilder().method(request.method(), new Told(request.body())).build());
    status = response.code();
    ResponseBody body = response.body();
    String text = body.string();
    understood = isAnswer(text);
    if (!understood) {
      throw new IOException("an answer with status " + status + " that is not Telegram's");
    }
    return response.newBuilder().body(ResponseBody.create(text, body.contentType())).build();
  }

  /** Whether it is a whole JSON object with {@code ok} in it. */
  private static boolean isAnswer(String text) {
    boolean ok = false;
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        ok |= name.equals("ok") && value.isBoolean();
        parser.skipChildren();
      }
      return ok && parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }

  boolean left() {
    return left;
  }

  /** HTTP status; 0 when no answer came. */
  int status() {
    return status;
  }

  boolean understood() {
    return understood;
  }
}
