package backchat.knowledge.triage;

import backchat.knowledge.language.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One term of a concept, read: its elements in order. Immutable.
 *
 * <p>{@code a/b} is either word, {@code a?} may be missing, {@code =a} is the word in that form
 * only, {@code {name}} is another concept, {@code #40-120} a number in that range and {@code ..} up
 * to five words of any kind.
 */
record Term(List<Element> elements) {
  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final Pattern RANGE = Pattern.compile("#\\d{1,4}-\\d{1,4}");

  Term {
    elements = List.copyOf(elements);
  }

  /** One place in a term. Immutable. */
  record Element(List<List<Step>> either, boolean optional) {
    Element {
      either = either.stream().map(List::copyOf).toList();
    }
  }

  /** What may stand in one place. Immutable. */
  sealed interface Step {}

  /** A word by its stem. */
  record Stem(String stem) implements Step {}

  /** A word in one form only. */
  record Exactly(String word) implements Step {}

  /** A mention of another concept. */
  record Named(String concept) implements Step {}

  /** A number, both ends included. */
  record Range(int lowest, int highest) implements Step {}

  /** Up to five words of any kind. */
  record Gap() implements Step {}

  static Term of(String written, Analysis analysis) {
    List<Element> elements = new ArrayList<>();
    for (String part : GAPS.split(written.strip())) {
      boolean optional = part.endsWith("?");
      List<List<Step>> either = new ArrayList<>();
      for (String one : (optional ? part.substring(0, part.length() - 1) : part).split("/")) {
        List<Step> steps = steps(one, analysis);
        if (!steps.isEmpty()) {
          either.add(steps);
        }
      }
      if (!either.isEmpty()) {
        elements.add(new Element(either, optional));
      }
    }
    return new Term(elements);
  }

  private static List<Step> steps(String one, Analysis analysis) {
    if (one.equals("..")) {
      return List.of(new Gap());
    }
    if (one.startsWith("{") && one.endsWith("}")) {
      return List.of(new Named(one.substring(1, one.length() - 1)));
    }
    if (RANGE.matcher(one).matches()) {
      String[] ends = one.substring(1).split("-");
      return List.of(new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
    }
    if (one.startsWith("=")) {
      return List.of(new Exactly(one.substring(1)));
    }
    return analysis.stems(one).stream().<Step>map(Stem::new).toList();
  }
}
