package backchat.knowledge.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong between concepts and the patterns made of them: unknown names, circles, concepts
 * that nothing uses. Confined to one thread.
 */
final class ConceptCheck {
  static final String FILE = "language/concepts.yaml";
  private static final Pattern NAMED = Pattern.compile("\\{([^}]*)}");
  private static final Pattern NUMBER = Pattern.compile("(?<![a-z0-9])#(\\S*)");

  private final Problems problems;
  private final Map<String, YamlNode> concepts = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Map<String, Set<String>> uses = new LinkedHashMap<>();

  ConceptCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param keys of concepts.yaml; empty where it cannot be read
   */
  void check(Optional<YamlNode.Mapping> keys, List<RedFlag> redFlags) {
    keys.flatMap(k -> k.find("concepts")).ifPresent(this::read);
    concepts.forEach(this::terms);
    concepts.keySet().forEach(this::circle);
    Set<String> used = new HashSet<>();
    for (RedFlag flag : redFlags) {
      for (RedFlag.Pattern pattern : flag.patterns()) {
        pattern.all().forEach(either -> either.forEach(name -> named(flag, pattern, name, used)));
        pattern.none().forEach(name -> named(flag, pattern, name, used));
      }
    }
    unused(used);
  }

  private void read(YamlNode node) {
    if (node instanceof YamlNode.Mapping mapping) {
      concepts.putAll(mapping.values());
      lines.putAll(mapping.keyLines());
    }
  }

  private void terms(String name, YamlNode terms) {
    Set<String> used = uses.computeIfAbsent(name, n -> new LinkedHashSet<>());
    for (YamlNode term : terms.asItems()) {
      Matcher named = NAMED.matcher(term.asText());
      while (named.find()) {
        used.add(named.group(1));
        if (!concepts.containsKey(named.group(1))) {
          problems.error(
              FILE,
              term.line(),
              "`%s`: no concept `%s`%s"
                  .formatted(
                      name, named.group(1), Nearest.hint(named.group(1), concepts.keySet())));
        }
      }
      Matcher number = NUMBER.matcher(term.asText());
      while (number.find()) {
        if (!number.group(1).matches("\\d{1,4}-\\d{1,4}\\??")) {
          problems.error(
              FILE,
              term.line(),
              "`%s`: `#%s` is no range of numbers; write one as #40-120"
                  .formatted(name, number.group(1)));
        }
      }
    }
  }

  /** Notes a concept that is made of itself, by whatever detour; roles only list others. */
  private void circle(String name) {
    Deque<String> open = new ArrayDeque<>(uses.get(name));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String next = open.pop();
      if (next.equals(name)) {
        problems.error(FILE, lines.get(name), "`" + name + "` is made of itself; break the circle");
        return;
      }
      if (seen.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
  }

  private void named(RedFlag flag, RedFlag.Pattern pattern, String name, Set<String> used) {
    used.add(name);
    if (!concepts.containsKey(name)) {
      problems.error(
          flag.file(),
          pattern.line(),
          "no concept `%s` in %s%s".formatted(name, FILE, Nearest.hint(name, concepts.keySet())));
    }
  }

  private void unused(Set<String> used) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(used);
    for (Role role : Role.values()) {
      reached.add(role.word());
      if (!role.listsConcepts()) {
        open.addAll(uses.getOrDefault(role.word(), Set.of()));
      }
    }
    while (!open.isEmpty()) {
      String next = open.pop();
      if (reached.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    concepts
        .keySet()
        .forEach(
            name -> {
              if (!reached.contains(name)) {
                problems.warning(
                    FILE,
                    lines.get(name),
                    "no red flag uses the concept `" + name + "`; use it or remove it");
              }
            });
  }
}
