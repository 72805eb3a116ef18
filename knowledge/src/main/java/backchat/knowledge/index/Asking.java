package backchat.knowledge.index;

import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the part of a story that asks something, and what stands near it. Immutable. */
final class Asking {
  /** A shorter question than this says too little to be searched for. */
  private static final int FEWEST_WORDS = 3;

  /** A shorter clause within a sentence is no question of its own. */
  private static final int FEWEST_IN_CLAUSE = 4;

  private static final Set<String> VERBS =
      Set.of(
          ("is are am was were can cannot could shall should will would do does did has have had"
                  + " may might must")
              .split(" "));

  /** After these a verb follows at once in a question, and mostly not in a story. */
  private static final Set<String> RELATIVE = Set.of("who", "whom", "whose", "where", "when");

  private static final Set<String> OTHERS =
      Set.of("how", "what", "which", "why", "any", "anyone", "anybody");

  /** What a story has within a sentence rather than a question does: "and had it rubbed". */
  private static final Set<String> STORY_VERBS = Set.of("has", "have", "had");

  private static final Set<String> SUBJECTS =
      Set.of(
          ("i you he she it we they this that these those there my your his her its our their the a"
                  + " an any anyone anybody someone somebody one")
              .split(" "));

  private static final Set<String> BEFORE_OPENERS =
      Set.of(
          ("so and but or anyway btw also well okay ok please then just now hi hello hey oh"
                  + " basically")
              .split(" "));

  private static final Set<String> THANKS =
      Set.of("thank", "thanks", "thx", "ta", "cheers", "regards");

  /**
   * As many words of a story are searched as a whole. The weights are learnt from messages of up to
   * 48 words; of a longer one, all that it tells would outweigh what it asks.
   */
  private static final int MOST_WORDS = 45;

  private final Message message;
  private final List<List<Token>> pieces;
  private final List<Boolean> questions;

  private Asking(Message message) {
    this.message = message;
    this.pieces = pieces();
    this.questions = questions();
  }

  /** Which pieces ask: those with a question mark, or else those that begin as questions do. */
  private List<Boolean> questions() {
    List<Boolean> marked =
        pieces.stream().map(piece -> piece.size() >= FEWEST_WORDS && isMarked(piece)).toList();
    if (marked.contains(true)) {
      return marked;
    }
    List<Boolean> opening = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      List<Token> piece = pieces.get(i);
      boolean within = i > 0 && sentence(pieces.get(i - 1)) == sentence(piece);
      opening.add(piece.size() >= FEWEST_WORDS && opens(piece, within));
    }
    return isLong() && !opening.contains(true) ? lastSentence() : opening;
  }

  private static boolean isFarewell(List<Token> piece) {
    return THANKS.contains(piece.getFirst().word()) || isPolite(piece);
  }

  private static int sentence(List<Token> piece) {
    return piece.getFirst().sentence();
  }

  private boolean isLong() {
    return message.tokens().size() > MOST_WORDS;
  }

  /** What a long message that asks nothing comes to in the end: the last sentence that says any. */
  private List<Boolean> lastSentence() {
    int last = pieces.size() - 1;
    while (last > 0 && isFarewell(pieces.get(last))) {
      last--;
    }
    int sentence = sentence(pieces.get(last));
    return pieces.stream().map(piece -> sentence(piece) == sentence).toList();
  }

  static Asking of(Message message) {
    return new Asking(message);
  }

  /** The questions of a message that holds other matter too; empty when it is all or none of it. */
  Optional<Message> part() {
    boolean isAll = true;
    for (int i = 0; i < pieces.size(); i++) {
      isAll &= questions.get(i) || isPolite(pieces.get(i));
    }
    return isAll || !questions.contains(true) ? Optional.empty() : Optional.of(only(questions));
  }

  /** The message; of a long one its questions and what stands nearest before. */
  Message near() {
    if (!isLong()) {
      return message;
    }
    List<Boolean> kept = new ArrayList<>(questions);
    int words = only(questions).tokens().size();
    for (int i = questions.lastIndexOf(true) - 1; i >= 0; i--) {
      if (!kept.get(i)) {
        words += pieces.get(i).size();
        if (words > MOST_WORDS) {
          break;
        }
        kept.set(i, true);
      }
    }
    return only(kept);
  }

  private Message only(List<Boolean> kept) {
    List<String> texts = new ArrayList<>();
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (kept.get(i)) {
        texts.add(text(pieces.get(i)) + (questions.get(i) ? "" : "."));
        tokens.addAll(pieces.get(i));
      }
    }
    return new Message(String.join(" ", texts), tokens);
  }

  /** Sentences, and clauses that open like a question. */
  private List<List<Token>> pieces() {
    List<List<Token>> pieces = new ArrayList<>();
    List<Token> tokens = message.tokens();
    int begin = 0;
    for (int at = 1; at <= tokens.size(); at++) {
      if (at == tokens.size() || parts(tokens, begin, at)) {
        pieces.add(tokens.subList(begin, at));
        begin = at;
      }
    }
    return pieces;
  }

  private static boolean parts(List<Token> tokens, int begin, int at) {
    Token before = tokens.get(at - 1);
    Token next = tokens.get(at);
    if (before.sentence() != next.sentence()) {
      return true;
    }
    return before.clause() != next.clause() && at - begin >= 2 && opensWithin(clause(tokens, at));
  }

  private static boolean opensWithin(List<Token> clause) {
    return clause.size() >= FEWEST_IN_CLAUSE && opens(clause, true);
  }

  private static List<Token> clause(List<Token> tokens, int from) {
    int end = from;
    while (end < tokens.size() && tokens.get(end).clause() == tokens.get(from).clause()) {
      end++;
    }
    return tokens.subList(from, end);
  }

  /** Whether a question mark follows. */
  private boolean isMarked(List<Token> piece) {
    String text = message.text();
    int at = piece.getLast().end();
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      if (text.charAt(at) == '?') {
        return true;
      }
      at++;
    }
    return false;
  }

  /** Whether nothing is said in it: "hello there", "please". */
  private static boolean isPolite(List<Token> piece) {
    return piece.stream().allMatch(token -> FunctionWords.ALL.contains(token.word()));
  }

  /** Whether a sentence, or a clause within one, begins as a question does. */
  private static boolean opens(List<Token> words, boolean within) {
    List<String> rest =
        words.stream().map(Token::word).dropWhile(BEFORE_OPENERS::contains).limit(3).toList();
    String first = rest.isEmpty() ? "" : rest.get(0);
    String second = rest.size() < 2 ? "" : rest.get(1);
    String third = rest.size() < 3 ? "" : rest.get(2);
    if (VERBS.contains(first)) {
      return !within || !STORY_VERBS.contains(first) && SUBJECTS.contains(second);
    }
    if (RELATIVE.contains(first)) {
      return VERBS.contains(second) && (!within || SUBJECTS.contains(third));
    }
    return OTHERS.contains(first) && !(within && first.equals("which"));
  }

  private String text(List<Token> piece) {
    int end = piece.getLast().end();
    String mark = isMarked(piece) ? "?" : "";
    return message.text().substring(piece.getFirst().start(), end) + mark;
  }
}
