package backchat.knowledge.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts how often each thing was so, out of how often it could have been. Confined to one thread.
 */
public final class Rates {
  private final Map<String, double[]> counts = new LinkedHashMap<>();

  /** Notes one case, with how much of it was so: 1 or 0, or a share. */
  public void add(String name, double share) {
    double[] count = counts.computeIfAbsent(name, key -> new double[2]);
    count[0] += share;
    count[1]++;
  }

  /** Notes one case, and whether it was so. */
  public void add(String name, boolean so) {
    add(name, so ? 1 : 0);
  }

  /** The share of the cases that were so; 0 when there were none. */
  public double rate(String name) {
    double[] count = counts.get(name);
    return count == null ? 0 : count[0] / count[1];
  }

  /** One line a rate: name, per cent, count; in the order in which they were first noted. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (name, count) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%-46s %6.1f%%  (%s of %.0f)",
                    name,
                    100 * count[0] / count[1],
                    count[0] == Math.rint(count[0])
                        ? String.format(Locale.ROOT, "%.0f", count[0])
                        : String.format(Locale.ROOT, "%.2f", count[0]),
                    count[1])));
    return lines;
  }
}
