package backchat.bot.moderation;

import backchat.bot.conversation.Asker;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files that moderators looked at and may install, in memory only and for half an hour.
 * Thread-safe.
 */
public final class Drafts {
  private static final Duration MEMORY = Duration.ofMinutes(30);
  private static final int MOST = 20;
  private static final int CODE_BYTES = 6;

  private record Draft(
      String who, Map<String, Optional<byte[]>> changes, boolean right, Instant at) {}

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final LinkedHashMap<String, Draft> drafts = new LinkedHashMap<>();

  /**
   * @param clock by which drafts are forgotten
   */
  public Drafts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Changes together with the other half of a table, where its sender sent that just before.
   *
   * @param who sends
   */
  synchronized Map<String, Optional<byte[]>> together(
      Asker who, Map<String, Optional<byte[]>> changes) {
    forgetOld();
    Map<String, Optional<byte[]>> all = new HashMap<>();
    if (changes.size() == 1) {
      String other = otherHalf(changes.keySet().iterator().next());
      drafts.values().stream()
          .filter(draft -> draft.who().equals(who.key()) && draft.changes().containsKey(other))
          .filter(draft -> draft.changes().size() == 1)
          .forEach(draft -> all.putAll(draft.changes()));
    }
    all.putAll(changes);
    return all;
  }

  private static String otherHalf(String name) {
    return name.endsWith(".csv")
        ? name.replaceFirst("\\.csv$", ".yaml")
        : name.replaceFirst("\\.yaml$", ".csv");
  }

  /**
   * Remembers changes.
   *
   * @param right whether they may be installed
   * @return the code by which they are
   */
  synchronized String keep(Asker who, Map<String, Optional<byte[]>> changes, boolean right) {
    forgetOld();
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    drafts.put(code, new Draft(who.key(), Map.copyOf(changes), right, clock.instant()));
    return code;
  }

  /** The changes behind a code, once; empty when they are forgotten. */
  synchronized Optional<Map<String, Optional<byte[]>>> take(String code) {
    forgetOld();
    Draft draft = drafts.get(code);
    if (draft == null || !draft.right()) {
      return Optional.empty();
    }
    drafts.remove(code);
    return Optional.of(draft.changes());
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(MEMORY);
    drafts.values().removeIf(draft -> draft.at().isBefore(oldest));
    while (drafts.size() >= MOST) {
      drafts.pollFirstEntry();
    }
  }
}
