package backchat.bot.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which shards of Discord this process serves. Immutable.
 *
 * @param first from 0
 * @param last from {@code first}
 * @param total of all processes; empty to ask Discord and to serve them all
 */
public record Shards(int first, int last, OptionalInt total) {
  /** As many as Discord recommends, all in this process. */
  public static final Shards AUTO = new Shards(0, Integer.MAX_VALUE, OptionalInt.empty());

  /**
   * Reads {@code auto}, {@code 4} (all of four) or {@code 0-3/16} (the first four of sixteen).
   *
   * @throws IllegalArgumentException if it is none of these, saying what to write
   */
  public static Shards parse(String text) {
    String written = text.strip();
    if (written.equals("auto")) {
      return AUTO;
    }
    if (written.matches("[1-9][0-9]{0,4}")) {
      int total = Integer.parseInt(written);
      return new Shards(0, total - 1, OptionalInt.of(total));
    }
    if (written.matches("[0-9]{1,5}(-[0-9]{1,5})?/[1-9][0-9]{0,4}")) {
      String[] parts = written.split("[-/]");
      int first = Integer.parseInt(parts[0]);
      int last = Integer.parseInt(parts[parts.length - 2]);
      int total = Integer.parseInt(parts[parts.length - 1]);
      if (first <= last && last < total) {
        return new Shards(first, last, OptionalInt.of(total));
      }
    }
    throw new IllegalArgumentException(
        "shards are \"" + written + "\"; write auto, a number, or first-last/total such as 0-3/16");
  }

  /** The numbers of this process's shards out of so many. */
  public List<Integer> of(int all) {
    return IntStream.rangeClosed(first, Math.min(last, all - 1)).boxed().toList();
  }
}
