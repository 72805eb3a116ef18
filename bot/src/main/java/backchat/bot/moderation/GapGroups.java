package backchat.bot.moderation;

import backchat.bot.store.Gaps.Gap;
import backchat.knowledge.Edition;
import backchat.knowledge.content.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shared questions that ask alike, by the words that they share: a rare word says more than a
 * common one. The knowledge's own analysis of words and its phrasings tell which are rare. Confined
 * to one thread.
 */
final class GapGroups {
  /** Share of the weight of all their words that two alike questions have in common. */
  private static final double ALIKE = 0.4;

  private static final int MOST_PHRASINGS = 20_000;

  /**
   * Questions that ask alike. Immutable.
   *
   * @param gaps at least one, the oldest first
   */
  record Group(List<Gap> gaps) {
    Group {
      gaps = List.copyOf(gaps);
    }

    /** The one that stands for all. */
    Gap first() {
      return gaps.getFirst();
    }

    List<String> codes() {
      return gaps.stream().map(Gap::code).toList();
    }
  }

  private record Leader(Set<String> stems, List<Gap> gaps) {}

  private final Edition edition;
  private final Map<String, Integer> counts = new HashMap<>();
  private int phrasings;

  private GapGroups(Edition edition) {
    this.edition = edition;
  }

  /** Groups of questions, the largest first, the older first among equals. */
  static List<Group> of(List<Gap> gaps, Edition edition) {
    GapGroups groups = new GapGroups(edition);
    groups.countWords();
    return groups.grouped(gaps);
  }

  private void countWords() {
    edition.content().passages().stream()
        .map(Passage::questions)
        .flatMap(List::stream)
        .limit(MOST_PHRASINGS)
        .forEach(
            phrasing -> {
              phrasings++;
              stems(phrasing).forEach(stem -> counts.merge(stem, 1, Integer::sum));
            });
  }

  private List<Group> grouped(List<Gap> gaps) {
    List<Leader> leaders = new ArrayList<>();
    Map<String, List<Leader>> byStem = new HashMap<>();
    for (Gap gap : gaps) {
      Set<String> stems = stems(gap.question());
      Leader nearest = null;
      double best = ALIKE;
      for (Leader leader : candidates(stems, byStem)) {
        double likeness = likeness(stems, leader.stems());
        if (likeness >= best && (nearest == null || likeness > best)) {
          nearest = leader;
          best = likeness;
        }
      }
      if (nearest == null) {
        Leader leader = new Leader(stems, new ArrayList<>(List.of(gap)));
        leaders.add(leader);
        stems.forEach(stem -> byStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(leader));
      } else {
        nearest.gaps().add(gap);
      }
    }
    return leaders.stream()
        .map(leader -> new Group(leader.gaps()))
        .sorted(Comparator.comparingInt((Group group) -> group.gaps().size()).reversed())
        .toList();
  }

  /** Those that share one of the rarest words, without which too little is shared. */
  private List<Leader> candidates(Set<String> stems, Map<String, List<Leader>> byStem) {
    return stems.stream()
        .sorted(Comparator.comparingDouble(this::weight).reversed().thenComparing(s -> s))
        .limit(3)
        .flatMap(stem -> byStem.getOrDefault(stem, List.of()).stream())
        .distinct()
        .toList();
  }

  private Set<String> stems(String question) {
    String words = question.replaceAll("\\[(address|link|handle|number|name)]", " ");
    return edition.analysis().stems(words).stream()
        .map(GapGroups::root)
        .collect(Collectors.toSet());
  }

  /** The stems keep words apart that a dictionary knows, such as "knit" and "knitting". */
  private static String root(String stem) {
    String root = stem.length() > 5 ? stem.replaceFirst("(ing|ed|s)$", "") : stem;
    return root.length() < stem.length()
        ? root.replaceFirst("([b-df-hj-np-tv-z])\\1$", "$1")
        : stem;
  }

  private double likeness(Set<String> one, Set<String> other) {
    double shared = 0;
    double all = 0;
    for (String stem : one) {
      double weight = weight(stem);
      all += weight;
      shared += other.contains(stem) ? weight : 0;
    }
    for (String stem : other) {
      all += one.contains(stem) ? 0 : weight(stem);
    }
    return all == 0 ? 1 : shared / all;
  }

  private double weight(String stem) {
    double rarity = Math.log((phrasings + 1.0) / (counts.getOrDefault(stem, 0) + 1.0));
    return rarity * rarity;
  }
}
