package backchat.knowledge.triage;

import backchat.knowledge.content.RedFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the mentions of one message against patterns. Confined to one thread. */
final class Matcher {
  private static final int WIDEST = 50;

  private final Map<String, List<Placed>> live = new HashMap<>();

  /** A mention that counts, and where it stands. */
  private record Placed(Mention mention, int sentence, int clause) {}

  Matcher(List<Mention> mentions, List<Word> words) {
    for (Mention mention : mentions) {
      if (mention.live()) {
        Word first = words.get(mention.from());
        live.computeIfAbsent(mention.concept(), c -> new ArrayList<>())
            .add(new Placed(mention, first.sentence(), first.clause()));
      }
    }
  }

  /** The concepts that count. */
  Set<String> concepts() {
    return live.keySet();
  }

  /** The mentions that make the pattern true, or empty if it is not. */
  Optional<List<Mention>> match(RedFlag.Pattern pattern) {
    List<List<Placed>> items = new ArrayList<>(pattern.all().size());
    for (List<String> either : pattern.all()) {
      List<Placed> found = new ArrayList<>();
      for (String concept : either) {
        found.addAll(live.getOrDefault(concept, List.of()));
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
      if (pattern.within() != RedFlag.Within.MESSAGE) {
        found.sort(Comparator.comparingInt(placed -> placed.mention().from()));
      }
      items.add(found);
    }
    for (List<Placed> item : items) {
      for (Placed anchor : item) {
        for (Mention.Person person : List.of(Mention.Person.ONESELF, Mention.Person.ANOTHER)) {
          Optional<List<Mention>> match = around(anchor, items, person, pattern.within());
          if (match.isPresent() && !excluded(pattern, anchor)) {
            return match;
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean excluded(RedFlag.Pattern pattern, Placed anchor) {
    RedFlag.Within within =
        pattern.within() == RedFlag.Within.CLAUSE ? RedFlag.Within.SENTENCE : pattern.within();
    for (String concept : pattern.none()) {
      for (Placed placed : live.getOrDefault(concept, List.of())) {
        if (near(anchor, placed, within) || near(placed, anchor, within)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One mention for each item, none before the anchor and none of another person. */
  private static Optional<List<Mention>> around(
      Placed anchor, List<List<Placed>> items, Mention.Person person, RedFlag.Within within) {
    if (!fits(anchor, person)) {
      return Optional.empty();
    }
    List<Mention> match = new ArrayList<>();
    for (List<Placed> item : items) {
      Mention best = null;
      for (int i = start(item, anchor, within); i < item.size(); i++) {
        Placed placed = item.get(i);
        if (within != RedFlag.Within.MESSAGE
            && placed.mention().from() - anchor.mention().from() > WIDEST) {
          break;
        }
        if (fits(placed, person) && near(anchor, placed, within)) {
          boolean longer =
              best == null
                  || placed.mention().to() - placed.mention().from() > best.to() - best.from();
          best = longer ? placed.mention() : best;
        }
      }
      if (best == null) {
        return Optional.empty();
      }
      match.add(best);
    }
    return Optional.of(match);
  }

  /** The first place from which a list holds anything not before the anchor. */
  private static int start(List<Placed> item, Placed anchor, RedFlag.Within within) {
    if (within == RedFlag.Within.MESSAGE) {
      return 0;
    }
    int low = 0;
    int high = item.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (item.get(middle).mention().from() < anchor.mention().from()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean fits(Placed placed, Mention.Person person) {
    Mention.Person about = placed.mention().person();
    return about == person || about == Mention.Person.UNKNOWN;
  }

  private static boolean near(Placed anchor, Placed other, RedFlag.Within within) {
    int words = other.mention().from() - anchor.mention().from();
    return switch (within) {
      case MESSAGE -> true;
      case NEIGHBOURS ->
          words >= 0
              && words <= (other.sentence() - anchor.sentence() <= 1 ? WIDEST : WIDEST / 2)
              && other.sentence() - anchor.sentence() <= 2;
      case SENTENCE -> words >= 0 && words <= 30 && other.sentence() == anchor.sentence();
      case CLAUSE -> words >= 0 && words <= 14 && other.clause() == anchor.clause();
    };
  }
}
