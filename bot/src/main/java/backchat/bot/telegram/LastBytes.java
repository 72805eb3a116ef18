package backchat.bot.telegram;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes sockets that tell a sender right before its bytes are given to the operating system.
 * Nothing but that call is left then: no lock for which a virtual thread would have to stand in a
 * queue, so that hardly a kill falls between what was told and the bytes. Thread-safe.
 */
final class LastBytes extends SocketFactory {
  private final ThreadLocal<Runnable> told = new ThreadLocal<>();

  /** Something that writes to a socket. */
  @FunctionalInterface
  interface Flush {
    void flush() throws IOException;
  }

  /**
   * Writes, in this thread, to a socket of this factory.
   *
   * @param leaving run once, right before the first write; after it, if nothing was to be written
   */
  void leave(Runnable leaving, Flush flush) throws IOException {
    told.set(leaving);
    try {
      flush.flush();
      tell();
    } finally {
      told.remove();
    }
  }

  private void tell() {
    Runnable leaving = told.get();
    if (leaving != null) {
      told.remove();
      leaving.run();
    }
  }

  private final class Telling extends FilterOutputStream {
    private Telling(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      tell();
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      tell();
      out.write(bytes, from, length);
    }
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public OutputStream getOutputStream() throws IOException {
        return new Telling(super.getOutputStream());
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(from, fromPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private Socket connected(InetSocketAddress to) throws IOException {
    Socket socket = createSocket();
    socket.connect(to);
    return socket;
  }
}
