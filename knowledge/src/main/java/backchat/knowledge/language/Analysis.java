package backchat.knowledge.language;

import backchat.knowledge.content.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Splits text into sentences, clauses and words with their stems. Thread-safe.
 *
 * <p>Words are split by Unicode's rules (Lucene's StandardTokenizer), folded to lower case and
 * plain letters, and stemmed by KStem, which keeps words apart that its dictionary knows as words
 * ("bedding" is not "bed"); the language files add forms that belong together and words to keep.
 */
public final class Analysis {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LONGEST_PLAIN_WORD = 50;
  private static final String SENTENCE_ENDS = ".!?\n…。؟";
  private static final String CLAUSE_ENDS = ",;:()–—";
  private static final Set<String> CLAUSE_WORDS =
      Set.of("but", "however", "although", "though", "except", "yet", "whereas", "despite");

  private final Map<String, String> sameWord;
  private final Set<String> keep;
  private final Map<String, String> stems = new ConcurrentHashMap<>();
  private final Analyzer splitter = new Splitter();
  private final Analyzer stemmer = new Stemmer();

  private Analysis(Map<String, String> sameWord, Set<String> keep) {
    this.sameWord = sameWord;
    this.keep = keep;
  }

  /** An analysis that follows the language files. */
  public static Analysis of(Language language) {
    Map<String, String> forms = new ConcurrentHashMap<>();
    Analysis plain = new Analysis(Map.of(), language.keep());
    language
        .sameWord()
        .forEach(
            (word, others) -> {
              String stem = plain.stem(fold(word));
              forms.put(fold(word), stem);
              others.forEach(other -> forms.put(fold(other), stem));
            });
    return new Analysis(
        forms, language.keep().stream().map(Analysis::fold).collect(Collectors.toSet()));
  }

  /**
   * Analyses a message.
   *
   * @param raw as received; control characters and broken characters are dropped, and what stands
   *     after a million characters is left out
   */
  public Message analyse(String raw) {
    String text = tidy(raw);
    List<Token> tokens = new ArrayList<>();
    int sentence = 0;
    int clause = 0;
    int end = 0;
    try (TokenStream stream = splitter.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        String written = term.toString();
        int pause = tokens.isEmpty() ? 0 : pause(text, end, offset.startOffset());
        end = offset.endOffset();
        sentence += pause == 2 ? 1 : 0;
        clause += pause > 0 || CLAUSE_WORDS.contains(written) ? 1 : 0;
        for (String word : Contractions.open(written)) {
          join(tokens, new Token(word, stem(word), sentence, clause, offset.startOffset(), end));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
    return new Message(text, tokens);
  }

  /** Adds a word; "can" followed by "not" becomes "cannot". */
  private static void join(List<Token> tokens, Token next) {
    if (next.word().equals("not") && !tokens.isEmpty() && tokens.getLast().word().equals("can")) {
      int start = tokens.removeLast().start();
      tokens.add(new Token("cannot", "cannot", next.sentence(), next.clause(), start, next.end()));
    } else {
      tokens.add(next);
    }
  }

  /** The stems of a text, in order. */
  public List<String> stems(String text) {
    return isPlainWord(text)
        ? Contractions.open(text).stream().map(this::stem).toList()
        : analyse(text).tokens().stream().map(Token::stem).toList();
  }

  /** Whether a text is one word that needs no splitting, as most terms of concepts are. */
  private static boolean isPlainWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_PLAIN_WORD;
  }

  /**
   * The stem of one word.
   *
   * @param word in lower case, folded
   */
  public String stem(String word) {
    String known = stems.get(word);
    if (known == null) {
      known = freshStem(word);
      if (stems.size() < 50_000) {
        stems.put(word, known);
      }
    }
    return known;
  }

  private String freshStem(String word) {
    if (sameWord.containsKey(word) || keep.contains(word)) {
      return sameWord.getOrDefault(word, word);
    }
    try (TokenStream stream = stemmer.tokenStream("", word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      String stem = stream.incrementToken() ? term.toString() : word;
      stream.end();
      return sameWord.getOrDefault(stem, stem);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a word in memory", e);
    }
  }

  /** How long a pause stands between two words: 0 none, 1 a clause, 2 a sentence. */
  private static int pause(String text, int from, int to) {
    int pause = 0;
    for (int i = from; i < to; i++) {
      if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
        return 2;
      }
      if (CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0) {
        pause = 1;
      }
    }
    return pause;
  }

  private static String tidy(String raw) {
    String shortened = raw.length() > LONGEST_TEXT ? raw.substring(0, LONGEST_TEXT) : raw;
    String normal = Normalizer.normalize(shortened, Normalizer.Form.NFKC);
    StringBuilder text = new StringBuilder(normal.length());
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      switch (c) {
        case '’', '‘', '`', '´' -> text.append('\'');
        case '“', '”' -> text.append('"');
        case '\n' -> text.append('\n');
        default -> text.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return text.toString().strip();
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).strip();
  }

  private static final class Splitter extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(
          tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer)));
    }
  }

  private static final class Stemmer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new KStemFilter(tokenizer));
    }
  }
}
