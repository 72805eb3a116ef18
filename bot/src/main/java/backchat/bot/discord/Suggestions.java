package backchat.bot.discord;

import backchat.knowledge.Edition;
import backchat.knowledge.Match;
import backchat.knowledge.Question;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an option may become while it is being typed. Thread-safe. */
final class Suggestions {
  private static final int MOST = 25;
  private static final int LONGEST = 100;
  private static final int LONG_ENOUGH = 3;
  private static final double LIKELY = 0.3;

  private Suggestions() {}

  /** Whole canonical questions: those that hold what was typed, then those that mean it. */
  static List<String> questions(Edition edition, String typed) {
    Set<String> found = new LinkedHashSet<>();
    edition.suggest(typed, MOST).stream().map(Passage::question).forEach(found::add);
    if (found.size() < MOST && typed.strip().length() >= LONG_ENOUGH) {
      edition.rank(new Question(typed), MOST).stream()
          .filter(match -> match.confidence() >= LIKELY)
          .map(Match::passage)
          .map(Passage::question)
          .forEach(found::add);
    }
    return fitting(found);
  }

  /**
   * Names of rows that can be compared.
   *
   * @param other the name in the other option, or empty; then only rows of the same table count
   */
  static List<String> comparable(Edition edition, String typed, String other) {
    String begun = typed.strip().toLowerCase(Locale.ROOT);
    List<String> starting = new ArrayList<>();
    List<String> holding = new ArrayList<>();
    edition.content().tables().values().stream()
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .map(Suggestions::names)
        .filter(names -> names.size() > 1 && (other.isEmpty() || names.contains(other)))
        .flatMap(List::stream)
        .filter(name -> !name.equals(other))
        .forEach(
            name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith(begun)) {
                starting.add(name);
              } else if (lower.contains(begun)) {
                holding.add(name);
              }
            });
    starting.addAll(holding);
    boolean strangerBeside = starting.isEmpty() && !other.isEmpty();
    return strangerBeside ? comparable(edition, typed, "") : fitting(starting);
  }

  private static List<String> names(Table table) {
    return table.rows().stream()
        .filter(row -> table.rows(table.cell(row, table.key())).size() == 1)
        .map(row -> table.cell(row, table.titleColumn()))
        .toList();
  }

  /** The topics' names. */
  static List<String> topics(Edition edition, String typed) {
    String begun = typed.strip().toLowerCase(Locale.ROOT);
    return fitting(
        edition.content().phrases().topics().values().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).contains(begun))
            .toList());
  }

  /** Ids of passages: those that hold what was typed, then those whose question does. */
  static List<String> ids(Edition edition, String typed) {
    String begun = typed.strip().toLowerCase(Locale.ROOT);
    Set<String> found = new LinkedHashSet<>();
    edition.content().passages().stream()
        .map(Passage::id)
        .filter(id -> id.contains(begun))
        .forEach(found::add);
    edition.suggest(typed, MOST).stream().map(Passage::id).forEach(found::add);
    return fitting(found);
  }

  private static List<String> fitting(Collection<String> texts) {
    return texts.stream()
        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
        .distinct()
        .limit(MOST)
        .toList();
  }
}
