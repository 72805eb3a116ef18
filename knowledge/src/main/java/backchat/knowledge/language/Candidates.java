package backchat.knowledge.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words among which the one is looked for that a misspelt word was meant to be. Immutable. */
public final class Candidates {
  private final Map<Character, Words> byLetter = new HashMap<>();

  /** Words of one first letter with the sets of their letters. */
  private record Words(List<String> words, int[] letters) {}

  /**
   * @param words none of them empty; their order is kept
   */
  public Candidates(Iterable<String> words) {
    Map<Character, List<String>> sorted = new HashMap<>();
    words.forEach(word -> sorted.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word));
    sorted.forEach(
        (letter, each) ->
            byLetter.put(
                letter,
                new Words(
                    List.copyOf(each), each.stream().mapToInt(Candidates::letters).toArray())));
  }

  /**
   * All that begin with the same letter and may be so few edits away, and some that are more.
   *
   * @param most counted as by {@link Edits}
   */
  public List<String> near(String word, int most) {
    Words same = byLetter.get(word.charAt(0));
    List<String> near = new ArrayList<>();
    int letters = letters(word);
    for (int i = 0; same != null && i < same.letters().length; i++) {
      if (Integer.bitCount(letters ^ same.letters()[i]) <= 2 * most) {
        near.add(same.words().get(i));
      }
    }
    return near;
  }

  /** A bit for each letter that a word has, of which one edit changes two at most. */
  private static int letters(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1 << word.charAt(i);
    }
    return letters;
  }
}
