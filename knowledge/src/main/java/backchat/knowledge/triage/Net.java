package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.util.Arrays;
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
   * From this likeness on, even odds, a message is taken for what it is like. Tried on invented
   * messages before any pattern was made for them: of 83 the patterns caught 60, and 69 with this
   * net, which brought no card for 328 ordinary questions, 100 look-alikes and 120 other matters.
   */
  private static final double ALIKE = 0;

  /** So much more is needed where a sign was ruled out, as look-alikes have one. */
  private static final double DOUBT = 1.5;

  /** One or two words are too little to be like anything. */
  private static final int FEWEST_WORDS = 3;

  private static final int LEVELS = Urgency.values().length;

  private final List<RedFlag> redFlags;
  private final List<Set<String>> signs;
  private final Predicate<String> isSetting;
  private final Likeness likeness;

  /**
   * Learns from the content.
   *
   * @param read reads a text
   * @param urgency how urgent a text is that is an example of the red flag
   * @param isSetting whether a concept only sets the scene
   */
  Net(
      Content content,
      Function<String, Reading> read,
      BiFunction<RedFlag, Reading, Urgency> urgency,
      Predicate<String> isSetting) {
    this.redFlags = content.redFlags();
    this.signs = redFlags.stream().map(Net::signs).toList();
    this.isSetting = isSetting;
    LikenessLearning learning = new LikenessLearning();
    for (int i = 0; i < redFlags.size(); i++) {
      RedFlag flag = redFlags.get(i);
      int kind = i * LEVELS;
      Stream.concat(flag.examples().stream(), flag.learnFrom().stream())
          .map(read)
          .forEach(
              reading ->
                  learning.add(windows(reading), kind + urgency.apply(flag, reading).ordinal()));
      flag.counterExamples().forEach(text -> learning.add(windows(read.apply(text)), -1));
    }
    Stream.concat(
            content.passages().stream().flatMap(passage -> passage.questions().stream()),
            content.language().offTopic().stream())
        .forEach(text -> learning.add(windows(read.apply(text)), -1));
    this.likeness = learning.learn(redFlags.size() * LEVELS);
  }

  private static Set<String> signs(RedFlag flag) {
    return flag.patterns().stream()
        .flatMap(pattern -> pattern.all().stream())
        .flatMap(List::stream)
        .collect(Collectors.toSet());
  }

  private static List<int[]> windows(Reading reading) {
    boolean[] setAside = new boolean[reading.words().size()];
    for (Mention mention : reading.mentions()) {
      if (!mention.live()) {
        Arrays.fill(setAside, mention.from(), mention.to(), true);
      }
    }
    return Features.of(reading.words(), setAside);
  }

  /** The red flag whose examples the message is like, if it is like any. */
  Optional<Alarm> alarm(Reading reading) {
    if (reading.words().size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    List<int[]> windows = windows(reading);
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
