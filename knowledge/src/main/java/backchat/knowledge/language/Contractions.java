package backchat.knowledge.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens "can't", "cant", "I'm" and their like, so that a negation is a word of its own. Immutable.
 */
final class Contractions {
  private static final Map<String, List<String>> OPENED = new HashMap<>();

  static {
    for (String verb :
        List.of(
            "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would",
            "should", "must", "need")) {
      OPENED.put(verb + "n't", List.of(verb, "not"));
      if (!verb.equals("need")) {
        OPENED.put(verb + "nt", List.of(verb, "not"));
      }
    }
    OPENED.put("can't", List.of("cannot"));
    OPENED.put("cant", List.of("cannot"));
    OPENED.put("carnt", List.of("cannot"));
    OPENED.put("won't", List.of("will", "not"));
    OPENED.put("wont", List.of("will", "not"));
    OPENED.put("ain't", List.of("is", "not"));
    OPENED.put("aint", List.of("is", "not"));
    OPENED.put("i'm", List.of("i", "am"));
    OPENED.put("im", List.of("i", "am"));
    OPENED.put("i've", List.of("i", "have"));
    OPENED.put("ive", List.of("i", "have"));
    OPENED.put("i'd", List.of("i", "would"));
    OPENED.put("i'll", List.of("i", "will"));
    for (String who : List.of("he", "she", "it", "that", "what", "there", "who", "where", "how")) {
      OPENED.put(who + "'s", List.of(who, "is"));
    }
    OPENED.put("whats", List.of("what", "is"));
    OPENED.put("thats", List.of("that", "is"));
    OPENED.put("theres", List.of("there", "is"));
    OPENED.put("hes", List.of("he", "is"));
    OPENED.put("shes", List.of("she", "is"));
    for (String who : List.of("you", "we", "they")) {
      OPENED.put(who + "'re", List.of(who, "are"));
      OPENED.put(who + "'ve", List.of(who, "have"));
      OPENED.put(who + "'ll", List.of(who, "will"));
    }
    OPENED.put("youre", List.of("you", "are"));
    OPENED.put("theyre", List.of("they", "are"));
    OPENED.put("u", List.of("you"));
    OPENED.put("ur", List.of("your"));
    OPENED.put("r", List.of("are"));
    OPENED.put("pls", List.of("please"));
  }

  private Contractions() {}

  /** The words that a word stands for: itself, unless it is a contraction. */
  static List<String> open(String word) {
    List<String> opened = OPENED.get(word);
    return opened == null ? List.of(word) : opened;
  }
}
