package backchat.knowledge.content;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many years of school a text asks for. Immutable.
 *
 * <p>The Flesch-Kincaid grade: 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid,
 * Fishburne, Rogers and Chissom, Derivation of new readability formulas for Navy enlisted
 * personnel, Naval Technical Training Command, Research Branch Report 8-75, 1975). Syllables are
 * counted as groups of vowels, less silent endings; points of a list count as sentences.
 */
public final class ReadingGrade {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"')\\]]{0,3}\\s+|\\n");
  private static final Pattern WORD_GAP = Pattern.compile("[^\\p{L}\\p{N}'’.,%]+");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
  private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^a-z]");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SILENT_E = Pattern.compile(".*[^aeiouy]e");
  private static final Pattern SOUNDED_LE = Pattern.compile(".*[^aeiouy]le");
  private static final Pattern SILENT_ED = Pattern.compile(".*[^aeioutdy]ed");
  private static final Pattern SILENT_ES = Pattern.compile(".*[^aeiouyszxcgh]es");
  private static final Pattern TWO_VOWELS = Pattern.compile(".*(ia|io|ua|eo)(?!u).*");
  private static final Pattern ONE_SOUND = Pattern.compile(".*(tio|cia|tia|sio|gio|gua|qua|cio).*");

  private ReadingGrade() {}

  /**
   * @param text plain text, paragraphs and points on lines of their own
   * @return the grade in school years, 0 for a text without words; may be below 0 for very easy
   *     ones
   */
  public static double of(String text) {
    int sentences = 0;
    int words = 0;
    int syllables = 0;
    for (String sentence : SENTENCE_END.split(text)) {
      int before = words;
      for (String word : WORD_GAP.split(sentence)) {
        if (word.chars().anyMatch(Character::isLetterOrDigit)) {
          words++;
          syllables += syllables(word);
        }
      }
      sentences += words > before ? 1 : 0;
    }
    if (words == 0) {
      return 0;
    }
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  private static int syllables(String written) {
    String word =
        OTHER_THAN_LETTERS
            .matcher(POSSESSIVE.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(""))
            .replaceAll("");
    int count = (int) VOWELS.matcher(word).results().count();
    if (SILENT_E.matcher(word).matches() && !SOUNDED_LE.matcher(word).matches()
        || SILENT_ED.matcher(word).matches()
        || SILENT_ES.matcher(word).matches()) {
      count--;
    }
    if (TWO_VOWELS.matcher(word).matches() && !ONE_SOUND.matcher(word).matches()) {
      count++;
    }
    return Math.max(1, count);
  }
}
