package backchat.knowledge.content;

import java.util.List;
import java.util.Map;

/**
 * Everything that a content folder holds, checked. Immutable.
 *
 * @param passages entries first, then tables and rows that no entry shows, each sorted by id
 * @param tables by id
 * @param redFlags sorted by id
 * @param sources by id
 * @param phrases every fixed sentence
 * @param language how words are read
 * @param hash SHA-256 over all files and their names, in hexadecimal
 */
public record Content(
    List<Passage> passages,
    Map<String, Table> tables,
    List<RedFlag> redFlags,
    Map<String, Source> sources,
    Phrases phrases,
    Language language,
    String hash) {
  /** Copies the collections. */
  public Content {
    passages = List.copyOf(passages);
    tables = Map.copyOf(tables);
    redFlags = List.copyOf(redFlags);
    sources = Map.copyOf(sources);
  }
}
