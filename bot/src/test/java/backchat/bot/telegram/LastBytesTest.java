package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void whenNothingIsLeftToWriteItIsToldAllTheSame() throws Exception {
    sockets.leave(() -> told.add("after"), () -> {});
    assertThat(told).containsExactly("after");
  }

  private static int available(Socket socket) {
    try {
      return socket.getInputStream().available();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
