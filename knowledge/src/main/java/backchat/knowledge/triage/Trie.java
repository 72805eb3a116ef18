package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import backchat.knowledge.language.Analysis;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All terms of all concepts in one tree of steps. Immutable once built. */
final class Trie {
  /**
   * A place in the tree. Written while the tree is built only. There are tens of thousands of them,
   * and most have one way on, so each way on is kept in the smallest map that holds it.
   */
  static final class Node {
    private static final int[] NO_ENDS = {};

    Map<String, Node> stems = Map.of();
    Map<String, Node> exactly = Map.of();
    Map<Integer, Node> concepts = Map.of();
    Map<Term.Range, Node> ranges = Map.of();
    Node gap;
    int[] ends = NO_ENDS;

    private static <K> Map<K, Node> with(Map<K, Node> edges, K key) {
      if (edges.containsKey(key)) {
        return edges;
      }
      if (edges.isEmpty()) {
        return Map.of(key, new Node());
      }
      Map<K, Node> more = edges.size() == 1 ? new HashMap<>(edges) : edges;
      more.put(key, new Node());
      return more;
    }

    private void end(int concept) {
      for (int end : ends) {
        if (end == concept) {
          return;
        }
      }
      ends = Arrays.copyOf(ends, ends.length + 1);
      ends[ends.length - 1] = concept;
    }
  }

  private final Node root = new Node();
  private final Node strict = new Node();
  private final Node[] rootAfter;
  private final Node[] strictAfter;
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
    Map<List<Object>, Node> known = new HashMap<>();
    shared(root, known);
    shared(strict, known);
    rootAfter = after(root);
    strictAfter = after(strict);
  }

  /** A node alike, of which there is one only: most terms end alike. */
  private static Node shared(Node node, Map<List<Object>, Node> known) {
    node.stems = sharing(node.stems, known);
    node.exactly = sharing(node.exactly, known);
    node.concepts = sharing(node.concepts, known);
    node.ranges = sharing(node.ranges, known);
    node.gap = node.gap == null ? null : shared(node.gap, known);
    List<Object> content =
        Arrays.asList(
            node.stems,
            node.exactly,
            node.concepts,
            node.ranges,
            node.gap,
            IntBuffer.wrap(node.ends));
    Node alike = known.putIfAbsent(content, node);
    return alike == null ? node : alike;
  }

  private static <K> Map<K, Node> sharing(Map<K, Node> edges, Map<List<Object>, Node> known) {
    if (edges.size() > 1) {
      edges.replaceAll((key, node) -> shared(node, known));
      return edges;
    }
    Map<K, Node> one = edges;
    for (Map.Entry<K, Node> edge : edges.entrySet()) {
      one = Map.of(edge.getKey(), shared(edge.getValue(), known));
    }
    return one;
  }

  /** Where the terms of signs begin; fillers may stand between their words. */
  Node root() {
    return root;
  }

  /** Where the terms of roles begin; their words stand next to each other. */
  Node strict() {
    return strict;
  }

  /** Where the terms of signs that begin with a concept go on, or null if there are none. */
  Node root(int concept) {
    return rootAfter[concept];
  }

  /** Where the terms of roles that begin with a concept go on, or null if there are none. */
  Node strict(int concept) {
    return strictAfter[concept];
  }

  private Node[] after(Node begin) {
    Node[] after = new Node[size()];
    begin.concepts.forEach((concept, node) -> after[concept] = node);
    return after;
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
      if (node != begin) {
        node.end(concept);
      }
    }
  }

  private Node child(Node node, Term.Step step) {
    return switch (step) {
      case Term.Stem stem -> {
        words.add(stem.stem());
        node.stems = Node.with(node.stems, stem.stem());
        yield node.stems.get(stem.stem());
      }
      case Term.Exactly exactly -> {
        node.exactly = Node.with(node.exactly, exactly.word());
        yield node.exactly.get(exactly.word());
      }
      case Term.Named named -> {
        int concept = number(named.concept());
        if (concept < 0) {
          yield null;
        }
        node.concepts = Node.with(node.concepts, concept);
        yield node.concepts.get(concept);
      }
      case Term.Range range -> {
        node.ranges = Node.with(node.ranges, range);
        yield node.ranges.get(range);
      }
      case Term.Gap gap -> {
        if (node.gap == null) {
          node.gap = new Node();
        }
        yield node.gap;
      }
    };
  }
}
