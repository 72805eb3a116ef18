package backchat.knowledge.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the likeness of two messages is judged by: single stems, pairs of neighbours and pairs with
 * one or two words between, each as a number. Immutable.
 */
final class Features {
  /** The numbers run from 0 to this. */
  static final int RANGE = 1 << 18;

  /** A window is two sentences, and of these no more words than this. */
  private static final int WIDEST = 40;

  private Features() {}

  /**
   * The features of each window of a message, sorted.
   *
   * @param setAside whether the word at a place is part of a sign that was ruled out
   */
  static List<int[]> of(List<Word> words, boolean[] setAside) {
    List<int[]> windows = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      int next = end(words, from, 0);
      int to = Math.min(end(words, from, 1), from + WIDEST);
      windows.add(window(words, setAside, from, to));
      if (to >= words.size()) {
        break;
      }
      from = Math.min(next, from + WIDEST / 2);
    }
    return windows;
  }

  private static int end(List<Word> words, int from, int sentences) {
    int to = from;
    int last = words.get(from).sentence() + sentences;
    while (to < words.size() && words.get(to).sentence() <= last) {
      to++;
    }
    return to;
  }

  private static int[] window(List<Word> words, boolean[] setAside, int from, int to) {
    String[] stems =
        IntStream.range(from, to)
            .filter(i -> !setAside[i])
            .mapToObj(i -> words.get(i).number() >= 0 ? "#" : words.get(i).stem())
            .toArray(String[]::new);
    int[] features = new int[stems.length * 4];
    int count = 0;
    for (int i = 0; i < stems.length; i++) {
      features[count++] = number(stems[i].hashCode());
      for (int apart = 1; apart <= 3 && i + apart < stems.length; apart++) {
        int kind = apart == 1 ? 31 : 37;
        features[count++] =
            number((stems[i].hashCode() * 961 + stems[i + apart].hashCode()) * kind);
      }
    }
    return Arrays.stream(features, 0, count).sorted().distinct().toArray();
  }

  private static int number(int hash) {
    int mixed = hash * 0x9E3779B1;
    return (mixed ^ mixed >>> 15) & RANGE - 1;
  }
}
