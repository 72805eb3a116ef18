package backchat.knowledge.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A danger sign, its fixed card and how it is recognised. Immutable.
 *
 * @param id {@code redflag/name}
 * @param what it is, for moderators
 * @param title the card's heading
 * @param urgency the least urgency of the card; a pattern may say another
 * @param card what to do now, fixed
 * @param information whether general information may follow the card
 * @param crisisLines whether crisis lines are shown with it
 * @param poisonLines whether poison lines are shown with it
 * @param sources ids of its sources
 * @param patterns any one of them is enough
 * @param examples messages that must bring this card
 * @param learnFrom more messages of the kind, which need not match a pattern
 * @param counterExamples look-alikes that must not bring it
 * @param lines where each example and counter-example stands in the file, by its text
 * @param reviewed when it was last reviewed
 * @param reviewBy when it must be reviewed again
 * @param file where it stands, relative to the content folder
 */
public record RedFlag(
    String id,
    String what,
    String title,
    Urgency urgency,
    String card,
    boolean information,
    boolean crisisLines,
    boolean poisonLines,
    List<String> sources,
    List<Pattern> patterns,
    List<String> examples,
    List<String> learnFrom,
    List<String> counterExamples,
    Map<String, Integer> lines,
    LocalDate reviewed,
    LocalDate reviewBy,
    String file) {
  /** Copies the lists. */
  public RedFlag {
    sources = List.copyOf(sources);
    patterns = List.copyOf(patterns);
    examples = List.copyOf(examples);
    learnFrom = List.copyOf(learnFrom);
    counterExamples = List.copyOf(counterExamples);
    lines = Map.copyOf(lines);
  }

  /** Whether it should have been reviewed before that day. */
  public boolean isOverdue(LocalDate today) {
    return reviewBy.isBefore(today);
  }

  /** How near the concepts of a pattern must stand to each other. Immutable. */
  public enum Within {
    /** In one clause: no comma, full stop or "but" between them. */
    CLAUSE,
    /** In one sentence. */
    SENTENCE,
    /** In one sentence or neighbouring ones; short sentences may stand between. */
    NEIGHBOURS,
    /** Anywhere in the message. */
    MESSAGE
  }

  /**
   * Concepts that together are the sign. Immutable.
   *
   * @param all each item names one concept, or several of which one is enough
   * @param within how near they must stand
   * @param none concepts that must not be within that range
   * @param urgency where it differs from the flag's
   * @param line where the pattern stands in its file
   */
  public record Pattern(
      List<List<String>> all,
      Within within,
      List<String> none,
      Optional<Urgency> urgency,
      int line) {
    /** Copies the lists. */
    public Pattern {
      all = all.stream().map(List::copyOf).toList();
      none = List.copyOf(none);
    }
  }
}
