package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Role;
import backchat.knowledge.content.Urgency;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Recognises red flags in messages. Immutable and thread-safe. */
public final class Triage {
  private final Trie trie;
  private final Roles roles;
  private final Words words;
  private final Net net;
  private final Patterns patterns;
  private final Comparator<Alarm> strongestFirst;

  private Triage(Content content, Analysis analysis, Optional<Path> kept) {
    Map<String, List<String>> concepts = content.language().concepts();
    this.patterns = new Patterns(content.redFlags());
    this.trie = new Trie(concepts, analysis);
    this.roles = new Roles(trie, concepts, analysis);
    this.words = new Words(analysis, Vocabulary.spelling(content, trie, analysis));
    this.strongestFirst =
        Comparator.comparing(Alarm::urgency)
            .thenComparing(alarm -> -rank(alarm))
            .thenComparing(alarm -> -alarm.evidence().size())
            .thenComparing(alarm -> -words(alarm))
            .thenComparing(alarm -> alarm.redFlag().id())
            .thenComparing(Alarm::line);
    Supplier<Likeness> learn =
        () -> Net.learn(content, text -> read(analysis.analyse(text), false), this::urgency);
    this.net =
        new Net(
            content.redFlags(),
            kept.map(file -> new LikenessFile(file, content).get(learn)).orElseGet(learn),
            concept -> roles.isSetting(trie.number(concept)));
  }

  /**
   * A triage with that content's red flags and concepts; unknown concepts never match.
   *
   * @param kept the file in which what is learnt of the examples is kept between starts; without it
   *     each start learns anew
   */
  public static Triage of(Content content, Analysis analysis, Optional<Path> kept) {
    return new Triage(content, analysis, kept);
  }

  /** Whether one of a red flag's patterns matches; likeness to its examples does not count. */
  public boolean matches(RedFlag flag, Message message) {
    return matched(read(message, false)).stream().anyMatch(alarm -> alarm.redFlag() == flag);
  }

  private Urgency urgency(RedFlag flag, Reading reading) {
    return matched(reading).stream()
        .filter(alarm -> alarm.redFlag() == flag)
        .map(Alarm::urgency)
        .reduce(flag.urgency(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** The strongest red flag of a message, or empty if there is none. */
  public Optional<Alarm> alarm(Message message) {
    return alarms(message).stream().findFirst();
  }

  /** Every red flag of a message, strongest first, each once. */
  public List<Alarm> alarms(Message message) {
    List<Alarm> once = new ArrayList<>();
    for (Alarm alarm : sorted(read(message, false))) {
      if (once.stream().noneMatch(known -> known.redFlag() == alarm.redFlag())) {
        once.add(alarm);
      }
    }
    return once;
  }

  /** How a message was read: every concept and role found, and every pattern that fired. */
  public Explanation explain(Message message) {
    return new Explanation(read(message, true).mentions(), sorted(read(message, false)));
  }

  private Reading read(Message message, boolean withRoles) {
    List<Word> read = words.of(message);
    List<Span> spans =
        new Spotter(
                trie,
                read,
                word -> roles.is(Role.FILLER, word),
                word -> roles.is(Role.DENIAL, word))
            .spans();
    return new Reading(read, mentions(new Scene(read, spans, roles), withRoles));
  }

  /** Every alarm, strongest first; the net is held out where no pattern matches. */
  private List<Alarm> sorted(Reading reading) {
    List<Alarm> alarms = matched(reading);
    if (alarms.isEmpty()) {
      net.alarm(reading).ifPresent(alarms::add);
    } else if (net.isHarmless(reading, alarms)) {
      alarms.clear();
    }
    return raised(alarms.stream().sorted(strongestFirst).toList());
  }

  /** Every pattern that matches. */
  private List<Alarm> matched(Reading reading) {
    Matcher matcher = new Matcher(reading.mentions(), reading.words());
    List<Alarm> alarms = new ArrayList<>();
    for (Patterns.Owned owned : patterns.of(matcher.concepts())) {
      RedFlag.Pattern pattern = owned.pattern();
      Optional<List<Mention>> evidence = matcher.match(pattern);
      if (evidence.isPresent()) {
        Urgency urgency = pattern.urgency().orElse(owned.flag().urgency());
        alarms.add(new Alarm(owned.flag(), urgency, pattern.line(), evidence.get()));
      }
    }
    return alarms;
  }

  private List<Mention> mentions(Scene scene, boolean withRoles) {
    Judge judge = new Judge(scene);
    List<Mention> mentions = new ArrayList<>();
    for (Span span : scene.spans()) {
      String name = trie.name(span.concept());
      boolean sign = roles.of(span.concept()) == null;
      if (sign || withRoles && roles.of(span.concept()) != Role.FILLER) {
        mentions.add(
            new Mention(
                name,
                span.from(),
                span.to(),
                scene.text(span),
                roles.ofNobody(name) ? Mention.Person.UNKNOWN : scene.person(span),
                sign
                    ? judge.ruledOut(span, roles.staysTrue(name), roles.inQuestions(name))
                    : Optional.empty()));
      }
    }
    return mentions;
  }

  /** Two soft signs weigh more than one: both rise by a level. */
  private static List<Alarm> raised(List<Alarm> alarms) {
    long soft =
        alarms.stream()
            .filter(alarm -> alarm.urgency() == Urgency.SEE_DOCTOR_SOON)
            .map(Alarm::redFlag)
            .distinct()
            .count();
    if (soft < 2) {
      return alarms;
    }
    return alarms.stream()
        .map(
            alarm ->
                alarm.urgency() == Urgency.SEE_DOCTOR_SOON
                    ? new Alarm(
                        alarm.redFlag(), alarm.urgency().raised(), alarm.line(), alarm.evidence())
                    : alarm)
        .toList();
  }

  /**
   * What is known of the person, such as a child or an operation, comes first, and soft flags last.
   */
  private long rank(Alarm alarm) {
    long circumstances =
        alarm.evidence().stream()
            .map(Mention::concept)
            .filter(concept -> roles.staysTrue(concept) && !roles.ofNobody(concept))
            .filter(concept -> !roles.inQuestions(concept))
            .count();
    boolean soft = alarm.redFlag().urgency() == Urgency.SEE_DOCTOR_SOON;
    return circumstances == 0 && soft ? -1 : circumstances;
  }

  private static int words(Alarm alarm) {
    return alarm.evidence().stream().mapToInt(mention -> mention.to() - mention.from()).sum();
  }
}
