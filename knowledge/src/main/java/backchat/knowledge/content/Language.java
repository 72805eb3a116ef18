package backchat.knowledge.content;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How words are read. Immutable.
 *
 * @param synonyms rules in Solr's format, one a line, comments removed
 * @param sameWord forms by the word that they count as
 * @param keep words that are never stemmed
 * @param elsewhere words of other fields
 * @param offTopic whole questions that no passage answers
 * @param harmless whole messages that hold words of danger and none
 * @param concepts words and phrases by the concept that they stand for
 */
public record Language(
    List<String> synonyms,
    Map<String, List<String>> sameWord,
    Set<String> keep,
    Set<String> elsewhere,
    List<String> offTopic,
    List<String> harmless,
    Map<String, List<String>> concepts) {
  /** Nothing but plain English. */
  public static final Language PLAIN =
      new Language(List.of(), Map.of(), Set.of(), Set.of(), List.of(), List.of(), Map.of());

  /** Copies the lists. */
  public Language {
    synonyms = List.copyOf(synonyms);
    keep = Set.copyOf(keep);
    elsewhere = Set.copyOf(elsewhere);
    offTopic = List.copyOf(offTopic);
    harmless = List.copyOf(harmless);
  }
}
