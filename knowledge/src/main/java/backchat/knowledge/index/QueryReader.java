package backchat.knowledge.index;

import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Messages to queries: spelling, synonyms, word pairs. Thread-safe. */
final class QueryReader {
  /** Longer messages are searched by their last and first words up to this many. */
  private static final int MOST_WORDS = 120;

  private final Analysis analysis;
  private final Spelling spelling;
  private final Synonyms synonyms;
  private final Rarity rarity;
  private final Set<String> elsewhere;

  QueryReader(
      Analysis analysis,
      Spelling spelling,
      Synonyms synonyms,
      Rarity rarity,
      Set<String> elsewhere) {
    this.analysis = analysis;
    this.spelling = spelling;
    this.synonyms = synonyms;
    this.rarity = rarity;
    this.elsewhere = elsewhere;
  }

  Query read(Message message) {
    List<String> words = new ArrayList<>();
    List<String> stems = new ArrayList<>();
    repair(shortened(message.tokens()), words, stems);
    int content = 0;
    int foreign = 0;
    for (String word : words) {
      content += FunctionWords.ALL.contains(word) ? 0 : 1;
      foreign += elsewhere.contains(word) ? 1 : 0;
    }
    Set<String> once = new LinkedHashSet<>();
    List<Slot> slots = slots(stems, once);
    int[] pairs = rarity.numbers(pairs(stems));
    return new Query(slots, pairs, words.size(), content, foreign, rarity.unknown(once));
  }

  /**
   * The words of a message, each stem in the first slot that has it.
   *
   * @param seen is given each stem once, in order
   */
  private List<Slot> slots(List<String> stems, Set<String> seen) {
    List<Slot> slots = new ArrayList<>(stems.size());
    for (int at = 0; at < stems.size(); ) {
      Slot slot = synonyms.slot(stems, at);
      int end = at + (slot == null ? 1 : slot.stems().length);
      List<String> fresh = new ArrayList<>(end - at);
      for (; at < end; at++) {
        if (seen.add(stems.get(at))) {
          fresh.add(stems.get(at));
        }
      }
      if (slot != null && fresh.size() == slot.stems().length) {
        slots.add(slot);
      } else if (!fresh.isEmpty()) {
        slots.add(new Slot(rarity.numbers(fresh), rarity));
      }
    }
    return slots;
  }

  private static List<Token> shortened(List<Token> tokens) {
    if (tokens.size() <= MOST_WORDS) {
      return tokens;
    }
    List<Token> kept = new ArrayList<>(tokens.subList(0, MOST_WORDS / 2));
    kept.addAll(tokens.subList(tokens.size() - MOST_WORDS / 2, tokens.size()));
    return kept;
  }

  /** Adds the words as they were meant, and their stems. */
  private void repair(List<Token> tokens, List<String> words, List<String> stems) {
    boolean[] known = new boolean[tokens.size()];
    for (int i = 0; i < known.length; i++) {
      known[i] = spelling.isKnown(tokens.get(i).word());
    }
    for (int i = 0; i < known.length; i++) {
      String word = tokens.get(i).word();
      String stem = tokens.get(i).stem();
      boolean mayBeHalf = i + 1 < known.length && !(known[i] && known[i + 1]);
      if (mayBeHalf && spelling.isOne(word, tokens.get(i + 1).word())) {
        String joined = word + tokens.get(++i).word();
        words.add(joined);
        stems.add(analysis.stem(joined));
      } else if (known[i] || spelling.isKnown(stem)) {
        words.add(word);
        stems.add(stem);
      } else {
        for (String meant : spelling.repair(word).orElse(List.of(word))) {
          words.add(meant);
          stems.add(analysis.stem(meant));
        }
      }
    }
  }

  /** Neighbouring stems, joined, each pair once; a pair of function words says nothing. */
  static List<String> pairs(List<String> stems) {
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 1; i < stems.size(); i++) {
      String left = stems.get(i - 1);
      String right = stems.get(i);
      if (!FunctionWords.ALL.contains(left) || !FunctionWords.ALL.contains(right)) {
        pairs.add(left + " " + right);
      }
    }
    return List.copyOf(pairs);
  }
}
