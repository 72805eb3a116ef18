package backchat.knowledge.language;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Words and the numbers that stand for them. Immutable and thread-safe.
 *
 * <p>All words lie in one text and are found by open addressing, so that tens of thousands of them
 * take a fifth of the memory of a map, and no time to be read.
 */
public final class Lexicon {
  /** The number of a word that is not in it. */
  public static final int NONE = -1;

  private static final char END = '\n';

  /**
   * Two to the 32nd by the golden ratio: words that differ in their last letter, whose hash codes
   * follow each other, are spread out (Knuth, The Art of Computer Programming 3, 6.4).
   */
  private static final int SPREAD = 0x9E3779B9;

  private final String lines;

  /** Where each word begins in {@link #lines}, and where the last one has ended. */
  private final int[] starts;

  /** The numbers, from 1, at the places that the hash codes of their words say; 0 is free. */
  private final int[] places;

  /**
   * @param lines each word once, each with a line's end after it, by number from 0
   */
  public Lexicon(String lines) {
    this.lines = lines;
    int words = (int) lines.chars().filter(c -> c == END).count();
    starts = new int[words + 1];
    places = new int[Integer.highestOneBit(1 + words * 3 / 2) * 2]; // a third to two are taken
    int hash = 0;
    int number = 0;
    for (int at = 0; at < lines.length(); at++) {
      char letter = lines.charAt(at);
      if (letter == END) {
        int place = place(hash);
        while (places[place] != 0) {
          place = place + 1 & places.length - 1;
        }
        places[place] = ++number;
        starts[number] = at + 1;
        hash = 0;
      } else {
        hash = 31 * hash + letter; // as String.hashCode
      }
    }
  }

  /**
   * @param words each once and without line ends, by number from 0
   */
  public static Lexicon of(Collection<String> words) {
    return new Lexicon(words.stream().map(word -> word + END).collect(Collectors.joining()));
  }

  /** What {@link #Lexicon} takes. */
  public String lines() {
    return lines;
  }

  /** How many words there are; their numbers run from 0. */
  public int size() {
    return starts.length - 1;
  }

  /** Whether a word is in it. */
  public boolean contains(String word) {
    return number(word) != NONE;
  }

  /** The number of a word, or {@link #NONE}. */
  public int number(String word) {
    int place = place(word.hashCode());
    while (places[place] != 0) {
      int number = places[place] - 1;
      if (starts[number + 1] - starts[number] == word.length() + 1
          && lines.startsWith(word, starts[number])) {
        return number;
      }
      place = place + 1 & places.length - 1;
    }
    return NONE;
  }

  private int place(int hash) {
    return hash * SPREAD >>> Integer.numberOfLeadingZeros(places.length) + 1;
  }
}
