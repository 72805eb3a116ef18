package backchat.knowledge.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds every concept in one message. Confined to one thread.
 *
 * <p>It goes from the last word to the first, so that whatever a term may hold after its first word
 * has been found already; a term that begins with a concept is tried when that concept is found.
 */
final class Spotter {
  private static final int MOST_FILLERS = 3;
  private static final int LONGEST_GAP = 5;

  private final Trie trie;
  private final List<Word> words;
  private final boolean[] filler;
  private final boolean[] barrier;
  private final List<List<Span>> from = new ArrayList<>();
  private boolean loose;

  /**
   * @param filler whether a word may stand between the words of any term
   * @param barrier whether a word may not stand in a gap
   */
  Spotter(Trie trie, List<Word> words, Predicate<Word> filler, Predicate<Word> barrier) {
    this.trie = trie;
    this.words = words;
    this.filler = new boolean[words.size()];
    this.barrier = new boolean[words.size()];
    for (int i = 0; i < words.size(); i++) {
      this.filler[i] = filler.test(words.get(i));
      this.barrier[i] = barrier.test(words.get(i));
    }
  }

  /** All spans, by their first word. */
  List<Span> spans() {
    for (int i = 0; i < words.size(); i++) {
      from.add(new ArrayList<>(2));
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      loose = true;
      walk(trie.root(), i, i);
      loose = false;
      walk(trie.strict(), i, i);
    }
    List<Span> spans = new ArrayList<>();
    from.forEach(spans::addAll);
    return spans;
  }

  private void walk(Trie.Node node, int at, int start) {
    for (int concept : node.ends) {
      found(new Span(concept, start, at));
    }
    if (node.gap != null) {
      gap(node.gap, at, start);
    }
    if (at > start && at < words.size() && !joined(at)) {
      afterPause(node, at, start);
    } else if (at < words.size()) {
      step(node, at, start);
      for (int next = at;
          loose
              && at > start
              && next - at < MOST_FILLERS
              && filler[next]
              && next + 1 < words.size();
          next++) {
        if (!joined(next + 1)) {
          break;
        }
        step(node, next + 1, start);
      }
    }
  }

  /** Only a number goes on after a pause: "my son, 8", "Mum (82)". */
  private void afterPause(Trie.Node node, int at, int start) {
    if (words.get(at).sentence() == words.get(start).sentence()) {
      number(node, at, start);
    }
  }

  private void step(Trie.Node node, int at, int start) {
    Word word = words.get(at);
    Trie.Node next = node.stems.get(word.stem());
    if (next != null) {
      walk(next, at + 1, start);
    }
    if (!node.exactly.isEmpty()) {
      Trie.Node exact = node.exactly.get(word.word());
      if (exact != null) {
        walk(exact, at + 1, start);
      }
    }
    number(node, at, start);
    if (at > start && !node.concepts.isEmpty()) {
      List<Span> here = from.get(at);
      for (int i = 0; i < here.size(); i++) {
        Trie.Node after = node.concepts.get(here.get(i).concept());
        if (after != null) {
          walk(after, here.get(i).to(), start);
        }
      }
    }
  }

  private void number(Trie.Node node, int at, int start) {
    int number = words.get(at).number();
    if (number >= 0 && !node.ranges.isEmpty()) {
      for (Map.Entry<Term.Range, Trie.Node> edge : node.ranges.entrySet()) {
        if (edge.getKey().lowest() <= number && number <= edge.getKey().highest()) {
          walk(edge.getValue(), at + 1, start);
        }
      }
    }
  }

  /** Goes on after none to five words of the same sentence, none of them a barrier. */
  private void gap(Trie.Node after, int at, int start) {
    for (int skipped = 0; skipped <= LONGEST_GAP; skipped++) {
      int next = at + skipped;
      if (next >= words.size() || words.get(next).sentence() != words.get(start).sentence()) {
        return;
      }
      step(after, next, start);
      if (barrier[next]) {
        return;
      }
    }
  }

  private void found(Span span) {
    List<Span> here = from.get(span.from());
    if (!here.contains(span)) {
      here.add(span);
      continued(trie.root(span.concept()), true, span);
      continued(trie.strict(span.concept()), false, span);
    }
  }

  /** Goes on with the terms that begin with a concept just found. */
  private void continued(Trie.Node after, boolean fillers, Span span) {
    if (after != null) {
      boolean before = loose;
      loose = fillers;
      walk(after, span.to(), span.from());
      loose = before;
    }
  }

  /** Whether no pause stands before a word. */
  private boolean joined(int at) {
    return words.get(at).clause() == words.get(at - 1).clause();
  }
}
