package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.TestCertificate;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told comes once, and before the bytes. */
final class LastBytesTest {
  private final LastBytes sockets = new LastBytes();
  private final List<String> told = new ArrayList<>();

  @Test
  void aSenderIsToldOnceRightBeforeTheFirstWrite() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket ours = sockets.createSocket(server.getInetAddress(), server.getLocalPort());
        Socket theirs = server.accept()) {
      OutputStream out = new BufferedOutputStream(ours.getOutputStream());
      out.write("hello".getBytes());
      sockets.leave(() -> told.add("before " + available(theirs)), out::flush);
      assertThat(told).containsExactly("before 0");
      assertThat(theirs.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes());

      out.write("again".getBytes());
      out.flush();
      assertThat(told).hasSize(1);
    }
  }

  @Test
  void soItIsWhenTheConnectionIsEncrypted(@TempDir Path folder) throws Exception {
    SSLContext context = TestCertificate.in(folder).context();
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket server = context.getServerSocketFactory().createServerSocket(0, 1, here);
        Socket plain = sockets.createSocket(here, server.getLocalPort());
        Socket theirs = server.accept();
        Socket ours =
            context
                .getSocketFactory()
                .createSocket(plain, here.getHostAddress(), server.getLocalPort(), true)) {
      Thread handshake = Thread.ofVirtual().start(() -> read(theirs, 1));
      ours.getOutputStream().write(1);
      handshake.join();
      sockets.leave(() -> told.add("before"), () -> ours.getOutputStream().write(2));
      assertThat(told).containsExactly("before");
      assertThat(read(theirs, 1)).containsExactly(2);
    }
  }

  @Test
  void whenNothingIsLeftToWriteItIsToldAllTheSame() throws Exception {
    sockets.leave(() -> told.add("after"), () -> {});
    assertThat(told).containsExactly("after");
  }

  private static byte[] read(Socket socket, int bytes) {
    try {
      return socket.getInputStream().readNBytes(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int available(Socket socket) {
    try {
      return socket.getInputStream().available();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
