package backchat.knowledge.index;

import backchat.knowledge.language.Analysis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Other ways to say words, from rules in Solr's format: {@code a, b, c} says that each stands for
 * the others, {@code a, b => c} that a and b may also be read as c. Immutable and thread-safe.
 */
final class Synonyms {
  private final Map<List<String>, Slot> slots = new HashMap<>();

  /** How many stems the longest phrase has that begins with a stem. */
  private final Map<String, Integer> longest = new HashMap<>();

  Synonyms(List<String> rules, Analysis analysis, Rarity rarity) {
    Map<List<String>, List<List<String>>> variants = new HashMap<>();
    for (String rule : rules) {
      String[] sides = rule.split("=>", 2);
      List<List<String>> from = phrases(sides[0], analysis);
      List<List<String>> to = sides.length == 2 ? phrases(sides[1], analysis) : from;
      for (List<String> phrase : from) {
        for (List<String> other : to) {
          List<List<String>> known = variants.computeIfAbsent(phrase, p -> new ArrayList<>());
          if (!other.equals(phrase) && !known.contains(other)) {
            known.add(other);
          }
        }
        longest.merge(phrase.getFirst(), phrase.size(), Math::max);
      }
    }
    Map<List<String>, int[]> numbers = new HashMap<>();
    variants.forEach(
        (phrase, others) -> {
          int[] stems = numbers.computeIfAbsent(phrase, rarity::numbers);
          int[][] each =
              others.stream()
                  .map(other -> numbers.computeIfAbsent(other, rarity::numbers))
                  .toArray(int[][]::new);
          slots.put(phrase, new Slot(slots.size(), stems, rarity.sum(stems), each));
        });
  }

  private static List<List<String>> phrases(String side, Analysis analysis) {
    return Arrays.stream(side.split(","))
        .map(analysis::stems)
        .filter(stems -> !stems.isEmpty())
        .toList();
  }

  /** How many phrases have synonyms; the numbers of their slots run from 0. */
  int phrases() {
    return slots.size();
  }

  /** The longest run of stems from a position on that has synonyms, or null if none has. */
  Slot slot(List<String> stems, int from) {
    int most = longest.getOrDefault(stems.get(from), 0);
    for (int length = Math.min(most, stems.size() - from); length > 0; length--) {
      Slot slot = slots.get(stems.subList(from, from + length));
      if (slot != null) {
        return slot;
      }
    }
    return null;
  }
}
