package backchat.knowledge;

import backchat.knowledge.content.Block;
import backchat.knowledge.content.Table;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import backchat.knowledge.language.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays two rows of a table side by side. Immutable and thread-safe. */
final class Comparisons {
  private static final int LONGEST = 12;
  private static final Set<String> BETWEEN = Set.of("or", "vs", "v", "versus", "and", "with", "to");
  private static final Set<String> BESIDES =
      Set.of(
          "what",
          "is",
          "the",
          "difference",
          "differences",
          "between",
          "compare",
          "compared",
          "which",
          "better",
          "should",
          "i",
          "get",
          "have",
          "choose",
          "massage",
          "a",
          "do",
          "pick",
          "best",
          "are",
          "how",
          "does");

  private final List<Row> rows = new ArrayList<>();
  private final Analysis analysis;

  private record Row(Table table, List<String> cells, String name, List<Set<String>> names) {}

  Comparisons(Collection<Table> tables, Analysis analysis) {
    this.analysis = analysis;
    for (Table table : tables.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList()) {
      for (List<String> cells : table.rows()) {
        String name = table.cell(cells, table.titleColumn());
        String key = table.cell(cells, table.key());
        if (table.rows(key).size() == 1) {
          rows.add(new Row(table, cells, name, List.of(stems(name), stems(key.replace('-', ' ')))));
        }
      }
    }
  }

  /**
   * Finds the two rows by name.
   *
   * @return empty when no table holds both, or both names mean the same row
   */
  Optional<Comparison> of(String left, String right) {
    return of(stems(left), stems(right));
  }

  private Optional<Comparison> of(Set<String> first, Set<String> second) {
    double best = 0.99;
    Optional<Comparison> chosen = Optional.empty();
    for (Row a : rows) {
      double likeness = likeness(first, a);
      if (likeness >= 0.3) {
        for (Row b : rows) {
          double other = b != a && b.table() == a.table() ? likeness(second, b) : 0;
          if (other >= 0.3 && likeness + other > best) {
            best = likeness + other;
            chosen = Optional.of(compare(a, b));
          }
        }
      }
    }
    return chosen;
  }

  /** "swedish or deep tissue?": two rows and hardly a word besides; else empty. */
  Optional<Comparison> asked(Message message) {
    List<Token> tokens = message.tokens();
    if (tokens.size() > LONGEST) {
      return Optional.empty();
    }
    for (int at = 1; at < tokens.size() - 1; at++) {
      if (BETWEEN.contains(tokens.get(at).word())) {
        Set<String> left = named(tokens.subList(0, at));
        Set<String> right = named(tokens.subList(at + 1, tokens.size()));
        if (!left.isEmpty() && !right.isEmpty()) {
          Optional<Comparison> comparison = of(left, right);
          if (comparison.isPresent()) {
            return comparison;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Set<String> named(List<Token> tokens) {
    Set<String> stems = new HashSet<>();
    for (Token token : tokens) {
      if (!BESIDES.contains(token.word())) {
        stems.add(token.stem());
      }
    }
    return stems;
  }

  private static double likeness(Set<String> asked, Row row) {
    double best = 0;
    for (Set<String> name : row.names()) {
      int common = 0;
      for (String stem : name) {
        common += asked.contains(stem) ? 1 : 0;
      }
      int all = asked.size() + name.size() - common;
      best = Math.max(best, all == 0 ? 0 : (double) common / all);
    }
    return best;
  }

  private static Comparison compare(Row a, Row b) {
    Block.Rows shown = a.table().shown(List.of(a.cells(), b.cells()));
    List<Comparison.Line> lines = new ArrayList<>();
    for (int i = 1; i < shown.labels().size(); i++) {
      String left = shown.rows().getFirst().get(i);
      String right = shown.rows().getLast().get(i);
      if (!left.isEmpty() || !right.isEmpty()) {
        lines.add(new Comparison.Line(shown.labels().get(i), left, right));
      }
    }
    Set<String> sources = new LinkedHashSet<>();
    a.table()
        .sourcesColumn()
        .ifPresentOrElse(
            column -> {
              for (Row row : List.of(a, b)) {
                sources.addAll(List.of(row.table().cell(row.cells(), column).split("\\s*;\\s*")));
              }
            },
            () -> sources.addAll(a.table().sources()));
    sources.remove("");
    return new Comparison(
        a.table().title(), a.name(), b.name(), lines, a.table().grade(), List.copyOf(sources));
  }

  private Set<String> stems(String name) {
    return new HashSet<>(analysis.stems(name));
  }
}
