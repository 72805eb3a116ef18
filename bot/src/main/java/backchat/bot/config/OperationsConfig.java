package backchat.bot.config;

import java.util.List;
import java.util.Optional;

/**
 * What operators look at. Immutable.
 *
 * @param address name or number of the network address that health and metrics listen on
 * @param port on which they listen; empty for none
 * @param log how the log is written
 */
public record OperationsConfig(String address, Optional<Integer> port, LogConfig log) {
  private static final Key ADDRESS =
      Key.text(
          "operations.address",
          "127.0.0.1",
          "Where /livez, /readyz and /metrics listen; the standard is this machine only.",
          "an address of this machine; 0.0.0.0 for all of them, never on the open internet");
  private static final Key PORT =
      Key.whole(
          "operations.port",
          "8086",
          "The port of /livez, /readyz and /metrics; 0: none.",
          0,
          65_535);

  static final List<Key> KEYS = List.of(ADDRESS, PORT);

  static OperationsConfig read(Settings settings) {
    int port = settings.number(PORT);
    return new OperationsConfig(
        settings.matching(ADDRESS, "[A-Za-z0-9.:-]+").orElse("127.0.0.1"),
        port == 0 ? Optional.empty() : Optional.of(port),
        LogConfig.read(settings));
  }
}
