package backchat.knowledge.index;

import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Messages to queries: spelling, synonyms, word pairs. Thread-safe. */
final class QueryReader {
  /** Longer messages are searched by their last and first words up to this many. */
  private static final int MOST_WORDS = 120;

  private final Analysis analysis;
  private final Spelling spelling;
  private final Synonyms synonyms;
  private final Set<String> elsewhere;

  QueryReader(Analysis analysis, Spelling spelling, Synonyms synonyms, Set<String> elsewhere) {
    this.analysis = analysis;
    this.spelling = spelling;
    this.synonyms = synonyms;
    this.elsewhere = elsewhere;
  }

  Query read(Message message) {
    List<String> words = repaired(shortened(message.tokens()));
    List<String> stems = words.stream().map(analysis::stem).toList();
    List<Slot> slots = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int at = 0; at < stems.size(); ) {
      Slot slot = synonyms.slot(stems, at);
      at += slot.stems().size();
      List<String> fresh = slot.stems().stream().filter(seen::add).distinct().toList();
      if (!fresh.isEmpty()) {
        slots.add(fresh.size() == slot.stems().size() ? slot : new Slot(fresh, List.of()));
      }
    }
    int content = 0;
    int foreign = 0;
    for (String word : words) {
      content += FunctionWords.ALL.contains(word) ? 0 : 1;
      foreign += elsewhere.contains(word) ? 1 : 0;
    }
    return new Query(slots, pairs(stems), words.size(), content, foreign);
  }

  private static List<Token> shortened(List<Token> tokens) {
    if (tokens.size() <= MOST_WORDS) {
      return tokens;
    }
    List<Token> kept = new ArrayList<>(tokens.subList(0, MOST_WORDS / 2));
    kept.addAll(tokens.subList(tokens.size() - MOST_WORDS / 2, tokens.size()));
    return kept;
  }

  private List<String> repaired(List<Token> tokens) {
    List<String> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).word();
      if (i + 1 < tokens.size() && spelling.joins(word, tokens.get(i + 1).word())) {
        words.add(word + tokens.get(++i).word());
      } else if (spelling.isKnown(word) || spelling.isKnown(analysis.stem(word))) {
        words.add(word);
      } else {
        words.addAll(spelling.repair(word).orElse(List.of(word)));
      }
    }
    return words;
  }

  /** Neighbouring stems, joined; a pair of function words says nothing. */
  static List<String> pairs(List<String> stems) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < stems.size(); i++) {
      String left = stems.get(i - 1);
      String right = stems.get(i);
      if (!FunctionWords.ALL.contains(left) || !FunctionWords.ALL.contains(right)) {
        pairs.add(left + " " + right);
      }
    }
    return pairs.stream().distinct().toList();
  }
}
