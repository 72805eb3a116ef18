package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import backchat.knowledge.language.Analysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All terms of all concepts in one tree of steps. Immutable once built. */
final class Trie {
  /** A place in the tree. Written while the tree is built only. */
  static final class Node {
    final Map<String, Node> stems = new HashMap<>();
    final Map<String, Node> exactly = new HashMap<>();
    final Map<Integer, Node> concepts = new TreeMap<>();
    final Map<Term.Range, Node> ranges = new HashMap<>();
    Node gap;
    final List<Integer> ends = new ArrayList<>();
  }

  private final Node root = new Node();
  private final Node strict = new Node();
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> words = new LinkedHashSet<>();

  Trie(Map<String, List<String>> concepts, Analysis analysis) {
    for (String name : concepts.keySet()) {
      numbers.put(name, names.size());
      names.add(name);
    }
    Map<String, Role> roles = Role.byWord();
    concepts.forEach(
        (name, terms) -> {
          Role role = roles.get(name);
          if (role == null || !role.listsConcepts()) {
            Node begin = role == null ? root : strict;
            terms.forEach(term -> add(begin, Term.of(term, analysis), numbers.get(name)));
          }
        });
  }

  /** Where the terms of signs begin; fillers may stand between their words. */
  Node root() {
    return root;
  }

  /** Where the terms of roles begin; their words stand next to each other. */
  Node strict() {
    return strict;
  }

  /** The concept's number, or -1 if no concept has that name. */
  int number(String concept) {
    return numbers.getOrDefault(concept, -1);
  }

  String name(int concept) {
    return names.get(concept);
  }

  int size() {
    return names.size();
  }

  /** Every stem of every term. */
  Set<String> stems() {
    return words;
  }

  private void add(Node begin, Term term, int concept) {
    Set<Node> front = Set.of(begin);
    for (Term.Element element : term.elements()) {
      Set<Node> next = new LinkedHashSet<>();
      if (element.optional()) {
        next.addAll(front);
      }
      for (Node node : front) {
        for (List<Term.Step> steps : element.either()) {
          Node child = node;
          for (Term.Step step : steps) {
            child = child == null ? null : child(child, step);
          }
          if (child != null) {
            next.add(child);
          }
        }
      }
      front = next;
    }
    for (Node node : front) {
      if (node != begin && !node.ends.contains(concept)) {
        node.ends.add(concept);
      }
    }
  }

  private Node child(Node node, Term.Step step) {
    return switch (step) {
      case Term.Stem stem -> {
        words.add(stem.stem());
        yield node.stems.computeIfAbsent(stem.stem(), s -> new Node());
      }
      case Term.Exactly exactly -> node.exactly.computeIfAbsent(exactly.word(), word -> new Node());
      case Term.Named named -> {
        int concept = number(named.concept());
        yield concept < 0 ? null : node.concepts.computeIfAbsent(concept, c -> new Node());
      }
      case Term.Range range -> node.ranges.computeIfAbsent(range, r -> new Node());
      case Term.Gap gap -> {
        if (node.gap == null) {
          node.gap = new Node();
        }
        yield node.gap;
      }
    };
  }
}
