package backchat.bot.config;

import java.util.List;

/**
 * How much at once. Immutable.
 *
 * @param burst requests of one asker that are answered at once
 * @param requestsAMinute requests of one asker a minute after that
 * @param workInHand requests of all askers that are worked on at once
 */
public record LimitsConfig(int burst, int requestsAMinute, int workInHand) {
  private static final Key BURST =
      Key.whole("limits.burst", "10", "Requests of one asker that are answered at once.", 1, 1_000);
  private static final Key A_MINUTE =
      Key.whole(
          "limits.requests-a-minute",
          "20",
          "Requests of one asker a minute after such a burst.",
          1,
          60_000);
  private static final Key IN_HAND =
      Key.whole(
          "limits.work-in-hand",
          "500",
          "Requests of all askers in hand at once; past it they hear \"busy\".",
          1,
          100_000);

  static final List<Key> KEYS = List.of(BURST, A_MINUTE, IN_HAND);

  static LimitsConfig read(Settings settings) {
    return new LimitsConfig(
        settings.number(BURST), settings.number(A_MINUTE), settings.number(IN_HAND));
  }
}
