package backchat.bot.discord;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A wire between the bot and the gateway that can be cut, or go dead without either end being told.
 * Its threads are the system's own: what is tested waits on virtual ones. Thread-safe.
 */
final class Cable implements AutoCloseable {
  private final ServerSocket entry;
  private final int port;
  private final List<Socket> ends = new ArrayList<>();
  private volatile int generation;
  private volatile boolean plugged = true;

  /**
   * @param port on the loopback where the cable leads to
   */
  Cable(int port) {
    this.port = port;
    try {
      this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("cable").start(this::accept);
  }

  int port() {
    return entry.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entry.accept();
        if (!plugged) {
          near.close();
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
        synchronized (this) {
          ends.add(near);
          ends.add(far);
        }
        int born = generation;
        Thread.ofPlatform().daemon().name("cable").start(() -> pipe(near, far, born));
        Thread.ofPlatform().daemon().name("cable").start(() -> pipe(far, near, born));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pipe(Socket from, Socket to, int born) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (born == generation) {
          out.write(buffer, 0, read);
          out.flush();
        }
      }
    } catch (IOException e) {
      // cut
    }
  }

  /** Cuts all wires that stand. */
  synchronized void cut() {
    for (Socket end : ends) {
      try {
        end.close();
      } catch (IOException e) {
        // gone already
      }
    }
    ends.clear();
  }

  /** Whether new wires hold; without the plug those that stand are cut too. */
  void plug(boolean in) {
    plugged = in;
    if (!in) {
      cut();
    }
  }

  /** Lets wires that stand swallow everything from now on; new ones work. */
  void die() {
    generation++;
  }

  @Override
  public void close() {
    try {
      entry.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
