package backchat.bot.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the bot meets Discord. Immutable.
 *
 * @param token of the bot
 * @param apiUrl address of a REST proxy, ending in {@code /api/v10/}; empty for Discord's own
 * @param gatewayUrl address of the gateway; empty for the one that Discord names
 * @param shards which of how many shards this process serves
 * @param homeServer id of the server where moderators work; empty when there is none
 * @param moderatorRoles ids of roles of the home server that may moderate
 * @param moderatorUsers ids of users who may moderate
 * @param helpForums ids of forum channels whose new posts are answered
 * @param catchUp how far back missed mentions are looked for at start; zero looks for none
 * @param catchUpMost most missed mentions that are answered at one start, 0 to 100
 */
public record DiscordConfig(
    String token,
    Optional<String> apiUrl,
    Optional<String> gatewayUrl,
    Shards shards,
    Optional<String> homeServer,
    Set<String> moderatorRoles,
    Set<String> moderatorUsers,
    Set<String> helpForums,
    Duration catchUp,
    int catchUpMost) {
  /** Copies the sets. */
  public DiscordConfig {
    moderatorRoles = Set.copyOf(moderatorRoles);
    moderatorUsers = Set.copyOf(moderatorUsers);
    helpForums = Set.copyOf(helpForums);
  }

  /** Says nothing of its values: one of them is the token. */
  @Override
  public String toString() {
    return "DiscordConfig";
  }

  /**
   * Which shards this process serves. Immutable.
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
          "shards are \""
              + written
              + "\"; write auto, a number, or first-last/total such as 0-3/16");
    }

    /** The numbers of this process's shards out of so many. */
    public List<Integer> of(int all) {
      return IntStream.rangeClosed(first, Math.min(last, all - 1)).boxed().toList();
    }
  }
}
