package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wide net under the patterns: brings the card of the red flag whose examples a message is
 * like, if it names a sign of that red flag. Immutable and thread-safe.
 */
final class Net {
  /**
   * From this likeness on a message is taken for what it is like; 0 would be even odds. Chosen on
   * messages written afresh: at 0.3 twice as many harmless ones bring a card as at 0.6, and at 1.0
   * two more of six hundred signs are missed.
   */
  private static final double ALIKE = 0.6;

  /**
   * Below this likeness the patterns that a message meets are taken for chance. Chosen on messages
   * written afresh: so low stands hardly a true sign in a thousand, but one false alarm in three.
   */
  private static final double UNLIKE = -2.5;

  /** The same for what would be an emergency. */
  private static final double UNLIKE_EMERGENCY = -3.0;

  /** So much more is needed where a sign was ruled out, as look-alikes have one. */
  private static final double DOUBT = 1.0;

  /** A few words are too little to be like anything. */
  private static final int FEWEST_WORDS = 5;

  private static final int LEVELS = Urgency.values().length;

  private final List<RedFlag> redFlags;
  private final List<Set<String>> signs;
  private final Predicate<String> isSetting;
  private final Likeness likeness;

  /**
   * @param likeness what was learnt from the examples of these red flags
   * @param isSetting whether a concept only sets the scene
   */
  Net(List<RedFlag> redFlags, Likeness likeness, Predicate<String> isSetting) {
    this.redFlags = redFlags;
    this.signs = redFlags.stream().map(Net::signs).toList();
    this.isSetting = isSetting;
    this.likeness = likeness;
  }

  /**
   * Learns from the content.
   *
   * @param read reads a text
   * @param urgency how urgent a text is that is an example of the red flag
   */
  static Likeness learn(
      Content content,
      Function<String, Reading> read,
      BiFunction<RedFlag, Reading, Urgency> urgency) {
    List<RedFlag> redFlags = content.redFlags();
    LikenessLearning learning = new LikenessLearning();
    for (int i = 0; i < redFlags.size(); i++) {
      RedFlag flag = redFlags.get(i);
      int kind = i * LEVELS;
      Stream.concat(flag.examples().stream(), flag.learnFrom().stream())
          .map(read)
          .forEach(
              reading ->
                  learning.add(
                      Features.of(reading), kind + urgency.apply(flag, reading).ordinal()));
      flag.counterExamples().forEach(text -> learning.add(Features.of(read.apply(text)), -1));
    }
    Stream.of(
            content.passages().stream().flatMap(passage -> passage.questions().stream()),
            content.language().offTopic().stream(),
            content.language().harmless().stream())
        .flatMap(texts -> texts)
        .forEach(text -> learning.add(Features.of(read.apply(text)), -1));
    return learning.learn(redFlags.size() * LEVELS);
  }

  private static Set<String> signs(RedFlag flag) {
    return flag.patterns().stream()
        .flatMap(pattern -> pattern.all().stream())
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  /** Whether a message is far more like harmless ones, though it meets patterns. */
  boolean isHarmless(Reading reading, List<Alarm> alarms) {
    if (reading.words().size() < FEWEST_WORDS) {
      return false;
    }
    boolean emergency = alarms.stream().anyMatch(alarm -> alarm.urgency() == Urgency.EMERGENCY_NOW);
    double score = likeness.score(Features.of(reading));
    return score < (emergency ? UNLIKE_EMERGENCY : UNLIKE) && score > Double.NEGATIVE_INFINITY;
  }

  /** The red flag whose examples the message is like, if it is like any. */
  Optional<Alarm> alarm(Reading reading) {
    if (reading.words().size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    List<int[]> windows = Features.of(reading);
    boolean doubt = reading.mentions().stream().anyMatch(mention -> !mention.live());
    if (likeness.score(windows) < ALIKE + (doubt ? DOUBT : 0)) {
      return Optional.empty();
    }
    double[] votes = likeness.kinds(windows, redFlags.size() * LEVELS);
    int best = -1;
    List<Mention> evidence = List.of();
    for (int i = 0; i < votes.length; i++) {
      Set<String> of = signs.get(i / LEVELS);
      List<Mention> found =
          reading.mentions().stream()
              .filter(mention -> mention.live() && of.contains(mention.concept()))
              .filter(mention -> !isSetting.test(mention.concept()))
              .toList();
      if (!found.isEmpty() && (best < 0 || votes[i] > votes[best])) {
        best = i;
        evidence = found;
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    Urgency urgency = Urgency.values()[best % LEVELS];
    return Optional.of(new Alarm(redFlags.get(best / LEVELS), urgency, 0, evidence));
  }
}
