package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import backchat.knowledge.language.Analysis;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which concepts play a part of their own. Immutable. */
final class Roles {
  private final Role[] byConcept;
  private final Map<Role, Set<String>> stems = new EnumMap<>(Role.class);
  private final BitSet settings = new BitSet();
  private final Set<String> staysTrue;
  private final Set<String> inQuestions;
  private final Set<String> ofNobody;

  Roles(Trie trie, Map<String, List<String>> concepts, Analysis analysis) {
    byConcept = new Role[trie.size()];
    for (Role role : Role.values()) {
      if (trie.number(role.word()) >= 0) {
        byConcept[trie.number(role.word())] = role;
      }
      Set<String> single = new HashSet<>();
      for (String term : concepts.getOrDefault(role.word(), List.of())) {
        List<String> words = analysis.stems(term);
        if (words.size() == 1) {
          single.add(words.getFirst());
        }
      }
      stems.put(role, single);
    }
    staysTrue = named(concepts, Role.STAYS_TRUE);
    inQuestions = named(concepts, Role.COUNTS_IN_QUESTIONS);
    ofNobody = named(concepts, Role.OF_NOBODY);
    for (String name : concepts.keySet()) {
      if (ofNobody.contains(name) || staysTrue.contains(name)) {
        settings.set(trie.number(name));
      }
    }
  }

  private static Set<String> named(Map<String, List<String>> concepts, Role role) {
    Set<String> names = new HashSet<>();
    for (String name : concepts.getOrDefault(role.word(), List.of())) {
      names.add(name.replaceAll("[{}]", "").strip());
    }
    return names;
  }

  /** The role of a concept, or null if it is an ordinary one. */
  Role of(int concept) {
    return byConcept[concept];
  }

  /** Whether a word by itself plays a role. */
  boolean is(Role role, Word word) {
    return stems.get(role).contains(word.stem());
  }

  /** Whether a concept only sets the scene, such as a body part or a time. */
  boolean isSetting(int concept) {
    return concept >= 0 && settings.get(concept);
  }

  /** Whether a concept stays true however long ago it was. */
  boolean staysTrue(String concept) {
    return staysTrue.contains(concept);
  }

  /** Whether it does not matter about whom a concept is said. */
  boolean ofNobody(String concept) {
    return ofNobody.contains(concept);
  }

  /** Whether a concept counts in a question about nobody too. */
  boolean inQuestions(String concept) {
    return inQuestions.contains(concept);
  }
}
