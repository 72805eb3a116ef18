package backchat.knowledge.triage;

import java.util.List;
import java.util.Set;

/**
 * The parts of a message that have a subject of their own: finer than clauses, since people write
 * without commas ("no fever i cant feel my groin" has two). Confined to one thread.
 */
final class Parts {
  private static final Set<String> SUBJECTS =
      Set.of("i", "he", "she", "they", "we", "it", "there", "this", "that", "these", "you");
  private static final Set<String> OWNERS = Set.of("my", "his", "her", "our", "their", "the");
  private static final Set<String> JOINERS =
      Set.of(
          "and", "so", "then", "plus", "cos", "coz", "cuz", "because", "since", "while", "also",
          "n", "or", "still", "now", "today", "but", "just");
  private static final Set<String> VERBS =
      Set.of(
          "is", "are", "am", "was", "were", "has", "have", "had", "cannot", "can", "could", "will",
          "would", "do", "does", "did", "feel", "feels", "felt", "went", "goes", "going", "gone",
          "keep", "keeps", "kept", "hurt", "hurts", "ache", "aches", "started", "get", "gets",
          "got", "look", "looks", "seem", "seems", "gave", "gives", "burns", "wont", "came",
          "comes", "turned", "became", "becomes", "said", "says", "told", "took", "takes", "lost",
          "fell", "swelled", "tingles", "tingle", "woke", "wakes", "stopped", "tells", "dropped",
          "drags", "been");
  private static final Set<String> AUXILIARIES =
      Set.of("can", "could", "should", "shall", "is", "are", "am", "will", "would", "may", "do");
  private static final Set<String> BEFORE_SUBJECT =
      Set.of(
          "when",
          "if",
          "as",
          "that",
          "whenever",
          "until",
          "till",
          "before",
          "after",
          "unless",
          "whether",
          "where",
          "what",
          "why",
          "how",
          "which",
          "who",
          "than",
          "once",
          "like",
          "can",
          "should",
          "do",
          "does",
          "did",
          "could",
          "would",
          "am",
          "is",
          "are",
          "was",
          "have",
          "has",
          "had",
          "will",
          "may",
          "might",
          "shall",
          "must",
          "of",
          "with",
          "for",
          "in",
          "on",
          "to",
          "by",
          "from",
          "about",
          "at",
          "cannot",
          "not",
          "think",
          "say",
          "says",
          "said",
          "know",
          "feel",
          "feels",
          "hope",
          "sure",
          "believe",
          "guess");

  private final List<Word> words;
  private final int[] part;

  Parts(List<Word> words) {
    this.words = words;
    this.part = new int[words.size()];
    for (int i = 1; i < part.length; i++) {
      part[i] = part[i - 1] + (begins(i) ? 1 : 0);
    }
  }

  /** The number of the part in which a word stands. */
  int of(int at) {
    return part[at];
  }

  boolean sameSentence(int a, int b) {
    return words.get(a).sentence() == words.get(b).sentence();
  }

  /** Whether a word begins a part with a subject and a verb, or at least one that is no list. */
  boolean clausal(int at) {
    int next = JOINERS.contains(word(at)) ? at + 1 : at;
    return subject(next) || word(next).equals("cannot") || JOINERS.contains(word(next));
  }

  private boolean begins(int i) {
    if (words.get(i).clause() != words.get(i - 1).clause()) {
      return true;
    }
    if (JOINERS.contains(word(i))) {
      return subject(i + 1) || (!word(i).equals("or") && word(i + 1).equals("cannot"));
    }
    if (AUXILIARIES.contains(word(i)) && SUBJECTS.contains(word(i + 1))) {
      return !BEFORE_SUBJECT.contains(word(i - 1)) && !JOINERS.contains(word(i - 1));
    }
    return subject(i)
        && !JOINERS.contains(word(i - 1))
        && !BEFORE_SUBJECT.contains(word(i - 1))
        && !SUBJECTS.contains(word(i - 1));
  }

  private boolean subject(int at) {
    if (at >= words.size() || !sameSentence(at, Math.max(0, at - 1))) {
      return false;
    }
    if (SUBJECTS.contains(word(at))) {
      return !word(at).equals("that") && !word(at).equals("this") || VERBS.contains(word(at + 1));
    }
    return OWNERS.contains(word(at))
        && (VERBS.contains(word(at + 2))
            || VERBS.contains(word(at + 3)) && !OWNERS.contains(word(at + 2)));
  }

  private String word(int at) {
    return at < words.size() ? words.get(at).word() : "";
  }
}
