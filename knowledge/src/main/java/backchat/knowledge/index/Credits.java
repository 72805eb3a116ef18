package backchat.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Adds up what documents have in common with a query, slot by slot. Thread-safe.
 *
 * <p>What a slot with variants adds is the same in every query. It is worked out when it is first
 * asked for and kept, as far as there is room.
 */
final class Credits {
  /** So many documents are kept for all slots together, 4 bytes each. */
  private static final int ROOM = 1_000_000;

  private final Rarity rarity;
  private final Postings postings;
  private final AtomicReferenceArray<Credit[]> kept;
  private final AtomicInteger room = new AtomicInteger(ROOM);

  /** What some documents get. */
  private record Credit(double weight, int[] documents) {}

  /**
   * @param phrases how many slots have variants
   */
  Credits(Rarity rarity, Postings postings, int phrases) {
    this.rarity = rarity;
    this.postings = postings;
    this.kept = new AtomicReferenceArray<>(phrases);
  }

  /** Adds to each document what it holds of every slot. */
  void add(List<Slot> slots, double[] sums) {
    for (Slot slot : slots) {
      if (slot.variants().length == 0) {
        add(slot.stems(), sums);
      } else {
        for (Credit credit : credits(slot)) {
          add(credit.weight(), credit.documents(), sums);
        }
      }
    }
  }

  /** Adds the weight of each term to each document that holds it. */
  void add(int[] terms, double[] sums) {
    for (int term : terms) {
      add(rarity.of(term), postings.of(term), sums);
    }
  }

  private static void add(double weight, int[] documents, double[] sums) {
    for (int document : documents) {
      sums[document] += weight;
    }
  }

  private Credit[] credits(Slot slot) {
    Credit[] known = kept.get(slot.number());
    if (known == null) {
      double[] best = best(slot);
      known = byWeight(best);
      int size = 0;
      for (Credit credit : known) {
        size += credit.documents().length;
      }
      if (room.addAndGet(-size) < 0 || !kept.compareAndSet(slot.number(), null, known)) {
        room.addAndGet(size);
      }
    }
    return known;
  }

  /** What each document holds of a slot's own words or, a little less, of its best variant. */
  private double[] best(Slot slot) {
    double[] best = new double[postings.count()];
    double[] share = new double[postings.count()];
    raise(slot.stems(), 1, share, best);
    for (int[] variant : slot.variants()) {
      raise(variant, slot.factor(variant, rarity), share, best);
    }
    return best;
  }

  private void raise(int[] stems, double factor, double[] share, double[] best) {
    for (int stem : stems) {
      double weight = factor * rarity.of(stem);
      for (int document : postings.of(stem)) {
        share[document] += weight;
        best[document] = Math.max(best[document], share[document]);
      }
    }
    for (int stem : stems) {
      for (int document : postings.of(stem)) {
        share[document] = 0;
      }
    }
  }

  private static Credit[] byWeight(double[] best) {
    Map<Double, List<Integer>> holders = new TreeMap<>();
    for (int document = 0; document < best.length; document++) {
      if (best[document] > 0) {
        holders.computeIfAbsent(best[document], weight -> new ArrayList<>()).add(document);
      }
    }
    return holders.entrySet().stream()
        .map(
            each ->
                new Credit(
                    each.getKey(), each.getValue().stream().mapToInt(Integer::intValue).toArray()))
        .toArray(Credit[]::new);
  }
}
