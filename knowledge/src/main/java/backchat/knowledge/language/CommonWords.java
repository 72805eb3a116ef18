package backchat.knowledge.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Some 20,000 common English words, which are never read as misspelt. Immutable and thread-safe.
 *
 * <p>They are the whole words in the vocabulary of the sentence model's tokeniser, which comes in
 * the model's jar and is read here as data; no native code runs.
 */
public final class CommonWords {
  private static final String VOCABULARY = "/bge-small-en-v1.5-q-tokenizer.json";
  private static final Lexicon ALL = Lexicon.of(read());

  private CommonWords() {}

  /**
   * Whether a word is common.
   *
   * @param word in lower case, accents folded
   */
  public static boolean contains(String word) {
    return ALL.contains(word);
  }

  private static Set<String> read() {
    Set<String> words = new HashSet<>();
    try (InputStream in = CommonWords.class.getResourceAsStream(VOCABULARY);
        JsonParser parser = new JsonFactory().createParser(in)) {
      boolean inVocabulary = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          if (inVocabulary && name.length() > 2 && name.chars().allMatch(Character::isLetter)) {
            words.add(name);
          }
          inVocabulary |= name.equals("vocab");
        } else if (token == JsonToken.END_OBJECT && inVocabulary) {
          return words;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading the tokeniser's vocabulary", e);
    }
    throw new IllegalStateException("the tokeniser's vocabulary has no words");
  }
}
