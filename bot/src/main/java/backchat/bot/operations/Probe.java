package backchat.bot.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks a bot on this machine how it stands and prints what it says, for a container's HEALTHCHECK
 * and for operators: images need no other program for it. Immutable.
 */
public final class Probe {
  private static final int PATIENCE = 8_000;
  private static final int FINE = 200;

  private Probe() {}

  /**
   * Ends with 0 if the answer is 200, else with 1.
   *
   * @param arguments one address, such as {@code http://127.0.0.1:8086/livez}
   */
  public static void main(String[] arguments) {
    System.exit(asks(arguments[0]) ? 0 : 1);
  }

  private static boolean asks(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE);
      connection.setReadTimeout(PATIENCE);
      int status = connection.getResponseCode();
      boolean fine = status == FINE;
      try (InputStream page = fine ? connection.getInputStream() : connection.getErrorStream()) {
        System.out.println(status);
        if (page != null) {
          page.transferTo(System.out);
        }
      }
      return fine;
    } catch (IOException e) {
      System.out.println(address + " does not answer: " + e.getMessage());
      return false;
    }
  }
}
