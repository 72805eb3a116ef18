package backchat.bot.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits "swedish deep-tissue" or "swedish and deep tissue" into two names. Immutable. */
final class Pairs {
  private static final String BETWEEN =
      "(?i)\\s*(?:,|;|\\bor\\b|\\band\\b|\\bwith\\b|\\bvs?\\b\\.?|\\bversus\\b|\\bto\\b|\\|)\\s*";

  private Pairs() {}

  /** The ways to read it as two names, the likeliest first; none when there is only one word. */
  static List<List<String>> of(String argument) {
    String text = argument.strip();
    List<List<String>> pairs = new ArrayList<>();
    List<String> parts =
        Arrays.stream(text.split(BETWEEN)).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (parts.size() == 2) {
      pairs.add(parts);
    }
    String[] words = text.split("\\s+");
    for (int i = 1; i < Math.min(words.length, 8); i++) {
      pairs.add(
          List.of(
              String.join(" ", Arrays.copyOfRange(words, 0, i)),
              String.join(" ", Arrays.copyOfRange(words, i, words.length))));
    }
    return pairs;
  }
}
