package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Role;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which words besides common ones are rightly spelt, and which are those of the concepts. */
final class Vocabulary {
  private static final Pattern NAMED = Pattern.compile("\\{[^}]*\\}");
  private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^a-z]+");

  private Vocabulary() {}

  static Spelling spelling(Content content, Trie trie, Analysis analysis) {
    Set<String> known = new HashSet<>(content.language().elsewhere());
    known.addAll(trie.stems());
    for (Passage passage : content.passages()) {
      for (String question : passage.questions()) {
        known.addAll(analysis.stems(question));
      }
    }
    Set<String> vocabulary = new TreeSet<>();
    content
        .language()
        .concepts()
        .forEach(
            (name, terms) -> {
              if (!Role.byWord().containsKey(name)) {
                terms.forEach(term -> vocabulary.addAll(words(term)));
              }
            });
    known.addAll(content.language().concepts().getOrDefault(Role.RIGHTLY_SPELT.word(), List.of()));
    return new Spelling(Lexicon.of(known), vocabulary, analysis);
  }

  /** The words of a term, without names of concepts, numbers and marks. */
  private static List<String> words(String term) {
    String named = NAMED.matcher(term.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return List.of(OTHER_THAN_LETTERS.split(named));
  }
}
