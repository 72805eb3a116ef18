package backchat.knowledge.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
    Set<String> concepts = new TreeSet<>();
    for (Mention mention : reading.mentions()) {
      if (mention.live() && mention.from() >= from && mention.to() <= to) {
        concepts.add(mention.concept());
      }
    }
    return List.copyOf(concepts);
  }

  private void stems(int from, int to) {
    List<String> stems = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      if (!setAside[i]) {
        Word word = reading.words().get(i);
        stems.add(word.number() >= 0 ? "#" : word.stem());
      }
    }
    for (int i = 0; i < stems.size(); i++) {
      add(mixed(stems.get(i).hashCode()) % SINGLES);
      for (int apart = 1; apart <= 3 && i + apart < stems.size(); apart++) {
        add(pair(stems.get(i), stems.get(i + apart), apart == 1 ? 31 : 37));
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
    Arrays.sort(numbers, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[distinct++] = numbers[i];
      }
    }
    return Arrays.copyOf(numbers, distinct);
  }
}
