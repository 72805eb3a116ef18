package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Edits;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Completes a question that is being typed to whole canonical questions, by words and beginnings of
 * words in any order, with one slip a word. Immutable and thread-safe.
 */
public final class Suggestions {
  private static final int SHORTEST_WITH_SLIP = 4;

  private final List<Passage> passages;
  private final Analysis analysis;
  private final NavigableMap<String, int[]> holders = new TreeMap<>();

  /**
   * @param passages in the order in which equally good ones are suggested
   */
  public Suggestions(List<Passage> passages, Analysis analysis) {
    this.passages = List.copyOf(passages);
    this.analysis = analysis;
    Map<String, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < this.passages.size(); i++) {
      int position = i;
      analysis.analyse(this.passages.get(i).question()).tokens().stream()
          .map(Token::word)
          .distinct()
          .forEach(word -> found.computeIfAbsent(word, w -> new ArrayList<>()).add(position));
    }
    found.forEach(
        (word, list) -> holders.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The passages whose questions hold every begun word, or else most of them; at most so many. */
  public List<Passage> complete(String begun, int most) {
    List<String> words = analysis.analyse(begun).tokens().stream().map(Token::word).toList();
    if (words.isEmpty()) {
      return passages.subList(0, Math.min(most, passages.size()));
    }
    Map<Integer, Double> scores = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      for (Map.Entry<Integer, Double> hit : hits(words.get(i), last).entrySet()) {
        scores.merge(hit.getKey(), hit.getValue(), Double::sum);
      }
    }
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(entry -> passages.get(entry.getKey()))
        .toList();
  }

  private Map<Integer, Double> hits(String word, boolean last) {
    Map<Integer, Double> hits = new HashMap<>();
    double weight = FunctionWords.ALL.contains(word) && !last ? 0.1 : 1;
    add(holders.subMap(word, true, word + Character.MAX_VALUE, false), word, weight, hits);
    if (hits.isEmpty() && word.length() >= SHORTEST_WITH_SLIP) {
      String letter = word.substring(0, 1);
      NavigableMap<String, int[]> near = new TreeMap<>();
      holders
          .subMap(letter, true, letter + Character.MAX_VALUE, false)
          .forEach(
              (known, list) -> {
                if (isOneSlip(word, known)) {
                  near.put(known, list);
                }
              });
      add(near, "", weight * 0.6, hits);
    }
    return hits;
  }

  private static void add(
      Map<String, int[]> words, String typed, double weight, Map<Integer, Double> hits) {
    words.forEach(
        (word, list) -> {
          double value = word.equals(typed) ? weight * 1.2 : weight;
          Arrays.stream(list).forEach(position -> hits.merge(position, value, Math::max));
        });
  }

  /** Whether a beginning of the known word is one letter more, less, other or swapped away. */
  private static boolean isOneSlip(String typed, String known) {
    for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
      if (length <= known.length() && Edits.between(typed, known.substring(0, length), 1) <= 1) {
        return true;
      }
    }
    return false;
  }
}
