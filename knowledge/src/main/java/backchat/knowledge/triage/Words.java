package backchat.knowledge.triage;

import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a message's words ready for triage. Thread-safe. */
final class Words {
  /** A sentence is cut here, so that the work grows with the length of a text and no faster. */
  private static final int LONGEST_SENTENCE = 60;

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    String small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            + " fifteen sixteen seventeen eighteen nineteen";
    for (String word : small.split(" ")) {
      NUMBERS.put(word, NUMBERS.size());
    }
    int ten = 20;
    for (String word : "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")) {
      NUMBERS.put(word, ten);
      ten += 10;
    }
    NUMBERS.put("dozen", 12);
  }

  private final Analysis analysis;
  private final Spelling spelling;

  Words(Analysis analysis, Spelling spelling) {
    this.analysis = analysis;
    this.spelling = spelling;
  }

  List<Word> of(Message message) {
    List<Word> words = new ArrayList<>(message.tokens().size() + 8);
    int sentence = 0;
    int begun = 0;
    int cuts = 0;
    for (Token token : message.tokens()) {
      if (token.sentence() != sentence) {
        sentence = token.sentence();
        begun = words.size();
      } else if (words.size() - begun >= LONGEST_SENTENCE) {
        cuts++;
        begun = words.size();
      }
      int digits = digits(token.word());
      if (digits > 0 && digits < token.word().length()) {
        String unit = token.word().substring(digits);
        if (Character.isLetter(unit.charAt(0))) {
          words.add(read(token.word().substring(0, digits), token, cuts));
          words.add(read(unit, token, cuts));
        } else {
          words.add(read(token.word(), token, cuts));
        }
      } else {
        words.add(read(token.word(), token, cuts));
      }
    }
    return words;
  }

  /** How many digits a word begins with: "39.4" begins with two, and "3wks" with one. */
  private static int digits(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  private Word read(String written, Token token, int cuts) {
    int number = number(written);
    int mark = written.indexOf('\'');
    String word = mark > 1 ? written.substring(0, mark) : written;
    String stem = word.equals(token.word()) ? token.stem() : analysis.stem(word);
    if (number < 0 && !spelling.knows(word, stem)) {
      String repaired = spelling.repair(word);
      stem = repaired.equals(word) ? stem : analysis.stem(repaired);
      word = repaired;
    }
    return new Word(word, stem, number, token.sentence() + cuts, token.clause() + cuts);
  }

  private static int number(String word) {
    int digits = digits(word);
    if (digits == 0) {
      return NUMBERS.getOrDefault(word, -1);
    }
    return digits <= 6 ? Integer.parseInt(word.substring(0, digits)) : -1;
  }
}
