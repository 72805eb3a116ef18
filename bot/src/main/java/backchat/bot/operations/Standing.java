package backchat.bot.operations;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one part of the bot stands. Immutable.
 *
 * @param name as operators know it, in lower case
 * @param ready whether it does its work
 * @param says why, in words for operators
 * @param details more of it: numbers and words by name, in this order
 */
public record Standing(String name, boolean ready, String says, Map<String, Object> details) {
  /** Copies the details. */
  public Standing {
    details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** Without details. */
  public Standing(String name, boolean ready, String says) {
    this(name, ready, says, Map.of());
  }
}
