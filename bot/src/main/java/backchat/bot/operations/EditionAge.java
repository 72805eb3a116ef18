package backchat.bot.operations;

import backchat.knowledge.Knowledge;
import backchat.knowledge.Summary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which edition serves, and since when it was first seen to. Thread-safe. */
public final class EditionAge {
  private final Knowledge knowledge;
  private final Clock clock;
  private int number;
  private Instant since;

  /**
   * @param clock by which editions age
   */
  public EditionAge(Knowledge knowledge, Clock clock) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.number = knowledge.edition().number();
    this.since = clock.instant();
  }

  /** The edition and its age. */
  public Standing standing() {
    Summary summary = knowledge.summary();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("edition", summary.edition());
    details.put("age_seconds", age().toSeconds());
    details.put("passages", summary.passages());
    details.put("hash", summary.hash());
    return new Standing("knowledge", true, "edition " + summary.edition() + " serves", details);
  }

  private synchronized Duration age() {
    int now = knowledge.edition().number();
    if (now != number) {
      number = now;
      since = clock.instant();
    }
    return Duration.between(since, clock.instant());
  }
}
