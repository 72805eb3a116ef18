package backchat.bot.discord;

import com.neovisionaries.ws.client.WebSocketFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Makes the gateway's sockets of one shard and can cut them: a socket whose other end is gone takes
 * JDA tens of seconds to give up. Thread-safe.
 */
final class Sockets {
  private static final int CONNECT_MILLISECONDS = 10_000;

  /** Seconds of silence before the first probe and between probes, and how many may be lost. */
  private static final Map<SocketOption<Integer>, Integer> PROBES =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, 8,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, 4,
          ExtendedSocketOptions.TCP_KEEPCOUNT, 3);

  private final Set<Socket> made =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** What JDA makes its sockets with. */
  WebSocketFactory factory() {
    WebSocketFactory factory = new WebSocketFactory();
    factory.setConnectionTimeout(CONNECT_MILLISECONDS);
    factory.setSocketFactory(new Plain());
    factory.setSSLSocketFactory(new Encrypted((SSLSocketFactory) SSLSocketFactory.getDefault()));
    return factory;
  }

  /** Cuts every socket that still stands. */
  void cut() {
    Set<Socket> standing;
    synchronized (made) {
      standing = Set.copyOf(made);
    }
    for (Socket socket : standing) {
      try {
        socket.close();
      } catch (IOException e) {
        // gone already
      }
    }
  }

  /** The system probes a silent socket, so that a wire that is cut unseen shows in 20 s. */
  private Socket kept(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    Set<SocketOption<?>> possible = socket.supportedOptions();
    for (Map.Entry<SocketOption<Integer>, Integer> probe : PROBES.entrySet()) {
      if (possible.contains(probe.getKey())) {
        socket.setOption(probe.getKey(), probe.getValue());
      }
    }
    made.add(socket);
    return socket;
  }

  private final class Plain extends SocketFactory {
    private final SocketFactory inner = SocketFactory.getDefault();

    @Override
    public Socket createSocket() throws IOException {
      return kept(inner.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return kept(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(inner.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return kept(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(inner.createSocket(host, port, from, fromPort));
    }
  }

  private final class Encrypted extends SSLSocketFactory {
    private final SSLSocketFactory inner;

    private Encrypted(SSLSocketFactory inner) {
      this.inner = inner;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return inner.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return inner.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
      return kept(inner.createSocket());
    }

    @Override
    public Socket createSocket(Socket over, String host, int port, boolean close)
        throws IOException {
      return kept(inner.createSocket(over, host, port, close));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return kept(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(inner.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return kept(inner.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return kept(inner.createSocket(host, port, from, fromPort));
    }
  }
}
