package backchat.bot.discord;

import com.neovisionaries.ws.client.WebSocket;
import com.neovisionaries.ws.client.WebSocketFactory;
import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** Makes JDA's sockets and can cut those that do not close when asked. Thread-safe. */
final class Sockets extends WebSocketFactory {
  private final Set<WebSocket> made =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  Sockets() {
    setConnectionTimeout(10_000);
  }

  @Override
  public WebSocket createSocket(String uri) throws IOException {
    WebSocket socket = super.createSocket(uri);
    made.add(socket);
    return socket;
  }

  /** Cuts every socket that still stands. */
  void cut() {
    synchronized (made) {
      for (WebSocket socket : made) {
        Socket raw = socket.getSocket();
        if (raw != null && !raw.isClosed()) {
          try {
            raw.close();
          } catch (IOException e) {
            // gone already
          }
        }
      }
    }
  }
}
