package backchat.knowledge.index;

import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the part of a story that asks something. Immutable. */
final class Asking {
  /** A shorter question than this says too little to be searched for. */
  private static final int FEWEST_WORDS = 3;

  /** A shorter clause within a sentence is no question of its own. */
  private static final int FEWEST_IN_CLAUSE = 4;

  private static final Set<String> OPENERS =
      Set.of(
          ("how what which who whom whose where when why is are am was were can cannot could shall"
                  + " should will would do does did has have had may might must any anyone anybody")
              .split(" "));

  private static final Set<String> BEFORE_OPENERS =
      Set.of(
          ("so and but or anyway btw also well okay ok please then just now hi hello hey oh"
                  + " basically")
              .split(" "));

  private final Message message;

  private Asking(Message message) {
    this.message = message;
  }

  /** The questions of a message that holds other matter too; empty when it is all or none of it. */
  static Optional<Message> of(Message message) {
    Asking asking = new Asking(message);
    List<List<Token>> pieces = asking.pieces();
    List<List<Token>> questions = pieces.stream().filter(asking::isQuestion).toList();
    boolean isAll = pieces.stream().allMatch(piece -> questions.contains(piece) || isPolite(piece));
    if (questions.isEmpty() || isAll) {
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            questions.stream().map(asking::text).collect(Collectors.joining(" ")),
            questions.stream().flatMap(List::stream).toList()));
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
    return before.clause() != next.clause()
        && at - begin >= 2
        && opens(clause(tokens, at), FEWEST_IN_CLAUSE);
  }

  private static List<Token> clause(List<Token> tokens, int from) {
    int end = from;
    while (end < tokens.size() && tokens.get(end).clause() == tokens.get(from).clause()) {
      end++;
    }
    return tokens.subList(from, end);
  }

  private boolean isQuestion(List<Token> piece) {
    return piece.size() >= FEWEST_WORDS && (isMarked(piece) || opens(piece, FEWEST_WORDS));
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

  private static boolean opens(List<Token> words, int fewest) {
    if (words.size() < fewest) {
      return false;
    }
    for (Token token : words) {
      if (!BEFORE_OPENERS.contains(token.word())) {
        return OPENERS.contains(token.word());
      }
    }
    return false;
  }

  private String text(List<Token> piece) {
    int end = piece.getLast().end();
    String mark = isMarked(piece) ? "?" : "";
    return message.text().substring(piece.getFirst().start(), end) + mark;
  }
}
