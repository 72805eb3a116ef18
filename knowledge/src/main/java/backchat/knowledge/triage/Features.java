package backchat.knowledge.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the likeness of two messages is judged by, each as a number: single stems, pairs of
 * neighbours and pairs with one or two words between; the concepts that count and each pair of
 * them, wherever they stand in the window. Immutable.
 */
final class Features {
  /** The numbers run from 0 to this. */
  static final int RANGE = 1 << 19;

  /** Those of single stems and concepts run from 0 to this. */
  static final int SINGLES = 1 << 15;

  /** A window is two sentences, and of these no more words than this. */
  private static final int WIDEST = 40;

  private final Reading reading;
  private final boolean[] setAside;
  private final int[] numbers;
  private int count;

  private Features(Reading reading, int from, int to, List<String> concepts, boolean[] setAside) {
    this.reading = reading;
    this.setAside = setAside;
    this.numbers = new int[(to - from) * 4 + concepts.size() * (concepts.size() + 1) / 2];
    stems(from, to);
    concepts(concepts);
  }

  /** The features of each window of a message, sorted; signs that were ruled out have none. */
  static List<int[]> of(Reading reading) {
    List<Word> words = reading.words();
    boolean[] setAside = new boolean[words.size()];
    for (Mention mention : reading.mentions()) {
      if (!mention.live()) {
        Arrays.fill(setAside, mention.from(), mention.to(), true);
      }
    }
    List<int[]> windows = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      int next = end(words, from, 0);
      int to = Math.min(end(words, from, 1), from + WIDEST);
      List<String> concepts = concepts(reading, from, to);
      windows.add(new Features(reading, from, to, concepts, setAside).sorted());
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

  private static List<String> concepts(Reading reading, int from, int to) {
    return reading.mentions().stream()
        .filter(mention -> mention.live() && mention.from() >= from && mention.to() <= to)
        .map(Mention::concept)
        .distinct()
        .sorted()
        .toList();
  }

  private void stems(int from, int to) {
    String[] stems =
        IntStream.range(from, to)
            .filter(i -> !setAside[i])
            .mapToObj(reading.words()::get)
            .map(word -> word.number() >= 0 ? "#" : word.stem())
            .toArray(String[]::new);
    for (int i = 0; i < stems.length; i++) {
      add(mixed(stems[i].hashCode()) % SINGLES);
      for (int apart = 1; apart <= 3 && i + apart < stems.length; apart++) {
        add(pair(stems[i], stems[i + apart], apart == 1 ? 31 : 37));
      }
    }
  }

  private void concepts(List<String> concepts) {
    for (int i = 0; i < concepts.size(); i++) {
      add(mixed(concepts.get(i).hashCode() * 41) % SINGLES);
      for (int j = i + 1; j < concepts.size(); j++) {
        add(pair(concepts.get(i), concepts.get(j), 43));
      }
    }
  }

  private static int pair(String first, String second, int kind) {
    int hash = (first.hashCode() * 961 + second.hashCode()) * kind;
    return SINGLES + mixed(hash) % (RANGE - SINGLES);
  }

  private static int mixed(int hash) {
    int mixed = hash * 0x9E3779B1;
    return (mixed ^ mixed >>> 15) & Integer.MAX_VALUE;
  }

  private void add(int number) {
    numbers[count++] = number;
  }

  private int[] sorted() {
    return Arrays.stream(numbers, 0, count).sorted().distinct().toArray();
  }
}
