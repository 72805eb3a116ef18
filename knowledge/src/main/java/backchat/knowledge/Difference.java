package backchat.knowledge;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.RedFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one edition holds and another does not. Immutable.
 *
 * @param passages by id
 * @param tables by id
 * @param redFlags by id
 * @param sources by id
 * @param others of {@code phrases} and {@code language}, those that changed
 */
public record Difference(
    Names passages, Names tables, Names redFlags, Names sources, List<String> others) {
  /** Copies the list. */
  public Difference {
    others = List.copyOf(others);
  }

  /**
   * Names that came, went, and stayed with other content, each sorted. Immutable.
   *
   * @param added in the later edition only
   * @param removed in the earlier edition only
   * @param changed in both, and not the same
   */
  public record Names(List<String> added, List<String> removed, List<String> changed) {
    /** Copies the lists. */
    public Names {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
      changed = List.copyOf(changed);
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
      return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static <T> Names of(Map<String, T> before, Map<String, T> after) {
      List<String> added = new ArrayList<>();
      List<String> changed = new ArrayList<>();
      new TreeMap<>(after)
          .forEach(
              (name, value) -> {
                if (!before.containsKey(name)) {
                  added.add(name);
                } else if (!before.get(name).equals(value)) {
                  changed.add(name);
                }
              });
      List<String> removed =
          before.keySet().stream().filter(name -> !after.containsKey(name)).sorted().toList();
      return new Names(added, removed, changed);
    }
  }

  /** What changes from one edition to another. */
  public static Difference of(Edition earlier, Edition later) {
    Content before = earlier.content();
    Content after = later.content();
    return new Difference(
        Names.of(byId(before.passages(), Passage::id), byId(after.passages(), Passage::id)),
        Names.of(before.tables(), after.tables()),
        Names.of(byId(before.redFlags(), RedFlag::id), byId(after.redFlags(), RedFlag::id)),
        Names.of(before.sources(), after.sources()),
        Stream.of(
                before.phrases().equals(after.phrases()) ? "" : "phrases",
                before.language().equals(after.language()) ? "" : "language")
            .filter(name -> !name.isEmpty())
            .toList());
  }

  private static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
    return values.stream().collect(Collectors.toMap(id, value -> value));
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return passages.isEmpty()
        && tables.isEmpty()
        && redFlags.isEmpty()
        && sources.isEmpty()
        && others.isEmpty();
  }
}
