package backchat.bot.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Watches one call: whether it has left, and whether Telegram answered it as a Bot API does, which
 * the library does not tell. Thread-safe.
 */
final class Trace extends EventListener implements Interceptor {
  private static final JsonFactory JSON = new JsonFactory();

  private final Runnable onLeft;
  private volatile boolean left;
  private volatile int status;
  private volatile boolean understood;

  /**
   * @param onLeft run right after the last byte was handed to the operating system
   */
  Trace(Runnable onLeft) {
    this.onLeft = onLeft;
  }

  /** The request has been flushed: OkHttp waits for the answer from here on. */
  @Override
  public void responseHeadersStart(Call call) {
    if (!left) {
      left = true;
      onLeft.run();
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
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
