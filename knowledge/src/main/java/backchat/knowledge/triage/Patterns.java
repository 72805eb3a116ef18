package backchat.knowledge.triage;

import backchat.knowledge.content.RedFlag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns of all red flags, to be found by the concepts of their first item, so that a message
 * is held against the few that it may meet. Immutable and thread-safe.
 */
final class Patterns {
  private final List<Owned> all = new ArrayList<>();
  private final Map<String, BitSet> byFirst = new HashMap<>();

  /** A pattern with its red flag. */
  record Owned(RedFlag flag, RedFlag.Pattern pattern) {}

  Patterns(List<RedFlag> redFlags) {
    for (RedFlag flag : redFlags) {
      for (RedFlag.Pattern pattern : flag.patterns()) {
        for (String concept : pattern.all().getFirst()) {
          byFirst.computeIfAbsent(concept, c -> new BitSet()).set(all.size());
        }
        all.add(new Owned(flag, pattern));
      }
    }
  }

  /** Those that some concepts may meet, in the order of the red flags. */
  List<Owned> of(Iterable<String> concepts) {
    BitSet numbers = new BitSet(all.size());
    for (String concept : concepts) {
      BitSet begun = byFirst.get(concept);
      if (begun != null) {
        numbers.or(begun);
      }
    }
    List<Owned> patterns = new ArrayList<>();
    numbers.stream().forEach(number -> patterns.add(all.get(number)));
    return patterns;
  }
}
