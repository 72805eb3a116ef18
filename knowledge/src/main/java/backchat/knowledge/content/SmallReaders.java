package backchat.knowledge.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The YAML files other than tables to values. Confined to one thread. */
final class SmallReaders {
  private static final Pattern EITHER = Pattern.compile("\\s*/\\s*");

  private final Problems problems;

  SmallReaders(Problems problems) {
    this.problems = problems;
  }

  /** The sources by id, in the order of the file; those without mistakes. */
  Map<String, Source> sources(String file, String text) {
    Map<String, Source> sources = new LinkedHashMap<>();
    checked(file, text, Formats.SOURCES)
        .ifPresent(
            keys -> {
              for (YamlNode item : keys.find("sources").orElseThrow().asItems()) {
                Source source = source((YamlNode.Mapping) item);
                if (sources.putIfAbsent(source.id(), source) != null) {
                  problems.error(
                      file, item.line(), "source `" + source.id() + "` stands twice; keep one");
                }
              }
            });
    return sources;
  }

  private static Source source(YamlNode.Mapping keys) {
    String year = keys.text("year");
    return new Source(
        keys.text("id"),
        keys.text("title"),
        keys.text("publisher"),
        year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
        Optional.of(keys.text("link")).filter(link -> !link.isEmpty()),
        keys.text("kind"));
  }

  /** The red flag, or empty after noting what is wrong with it. */
  Optional<RedFlag> redFlag(String file, String text) {
    return checked(file, text, Formats.RED_FLAG)
        .map(
            keys ->
                new RedFlag(
                    "redflag/"
                        + file.substring("red-flags/".length(), file.length() - ".yaml".length()),
                    keys.text("what"),
                    keys.text("title"),
                    Urgency.of(keys.text("urgency")),
                    keys.text("card"),
                    keys.text("information").equals("true"),
                    keys.text("crisis_lines").equals("true"),
                    keys.text("poison_lines").equals("true"),
                    keys.texts("sources"),
                    keys.find("patterns").orElseThrow().asItems().stream()
                        .map(item -> pattern((YamlNode.Mapping) item))
                        .toList(),
                    keys.texts("examples"),
                    keys.texts("learn_from"),
                    keys.texts("counter_examples"),
                    exampleLines(keys),
                    LocalDate.parse(keys.text("reviewed")),
                    LocalDate.parse(keys.text("review_by")),
                    file));
  }

  private static RedFlag.Pattern pattern(YamlNode.Mapping keys) {
    String within = keys.text("within");
    return new RedFlag.Pattern(
        keys.texts("all").stream().map(item -> Arrays.asList(EITHER.split(item))).toList(),
        within.isEmpty()
            ? RedFlag.Within.SENTENCE
            : RedFlag.Within.valueOf(within.toUpperCase(Locale.ROOT)),
        keys.texts("none"),
        Optional.of(keys.text("urgency")).filter(word -> !word.isEmpty()).map(Urgency::of),
        keys.line());
  }

  /** The phrases, or empty after noting what is wrong with them. */
  Optional<Phrases> phrases(String file, String text) {
    return checked(file, text, Formats.PHRASES).map(SmallReaders::phrases);
  }

  private static Phrases phrases(YamlNode.Mapping keys) {
    YamlNode.Mapping disclaimer = (YamlNode.Mapping) keys.find("disclaimer").orElseThrow();
    Map<Grade, String> grades = new EnumMap<>(Grade.class);
    texts(keys, "grades").forEach((word, said) -> grades.put(Grade.of(word), said));
    Map<Urgency, String> urgencies = new EnumMap<>(Urgency.class);
    texts(keys, "urgencies").forEach((word, said) -> urgencies.put(Urgency.of(word), said));
    Map<Phrases.Reply, String> replies = new EnumMap<>(Phrases.Reply.class);
    Map<String, String> written = texts(keys, "replies");
    for (Phrases.Reply reply : Phrases.Reply.values()) {
      replies.put(reply, written.get(reply.word()));
    }
    List<Phrases.SmallTalk> smallTalk = new ArrayList<>();
    for (YamlNode item : keys.find("small_talk").orElseThrow().asItems()) {
      YamlNode.Mapping talk = (YamlNode.Mapping) item;
      smallTalk.add(
          new Phrases.SmallTalk(talk.text("name"), talk.text("reply"), talk.texts("examples")));
    }
    return new Phrases(
        disclaimer.text("short"),
        disclaimer.text("standard"),
        disclaimer.text("long"),
        grades,
        urgencies,
        keys.text("emergency_short"),
        keys.text("emergency_table"),
        replies,
        texts(keys, "topics"),
        List.copyOf(smallTalk),
        texts(keys, "other_languages"));
  }

  /**
   * Reads the language folder; a file that is missing means nothing to add.
   *
   * @param keys of concepts.yaml; empty where it is missing or cannot be read
   */
  Language language(Map<String, String> files, Optional<YamlNode.Mapping> keys) {
    Optional<YamlNode.Mapping> words =
        Optional.ofNullable(files.get("language/words.yaml"))
            .flatMap(text -> checked("language/words.yaml", text, Formats.WORDS));
    Map<String, List<String>> concepts = new LinkedHashMap<>();
    keys.filter(k -> FormatCheck.passes(k, Formats.CONCEPTS, ConceptCheck.FILE, problems))
        .flatMap(k -> k.find("concepts"))
        .ifPresent(
            named ->
                ((YamlNode.Mapping) named)
                    .values()
                    .forEach((name, terms) -> concepts.put(name, terms.asTexts())));
    Map<String, List<String>> same = new LinkedHashMap<>();
    words
        .flatMap(k -> k.find("same_word"))
        .ifPresent(
            named ->
                ((YamlNode.Mapping) named)
                    .values()
                    .forEach((word, forms) -> same.put(word, forms.asTexts())));
    return new Language(
        lines(files, "language/synonyms.txt"),
        same,
        words.map(k -> Set.copyOf(k.texts("keep"))).orElse(Set.of()),
        words.map(k -> Set.copyOf(k.texts("elsewhere"))).orElse(Set.of()),
        lines(files, "language/off-topic.txt"),
        lines(files, "language/harmless.txt"),
        concepts);
  }

  private static Map<String, Integer> exampleLines(YamlNode.Mapping redFlag) {
    return Stream.of("examples", "counter_examples")
        .flatMap(name -> redFlag.find(name).stream())
        .flatMap(list -> list.asItems().stream())
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .collect(Collectors.toMap(YamlNode.Scalar::text, YamlNode.Scalar::line, Math::min));
  }

  private static List<String> lines(Map<String, String> files, String name) {
    return files
        .getOrDefault(name, "")
        .lines()
        .map(line -> uncommented(line).strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String uncommented(String line) {
    int mark = line.indexOf('#');
    return mark < 0 ? line : line.substring(0, mark);
  }

  private Optional<YamlNode.Mapping> checked(String file, String text, Format format) {
    return new YamlReader(file, 1, problems)
        .mapping(text)
        .filter(keys -> FormatCheck.passes(keys, format, file, problems));
  }

  private static Map<String, String> texts(YamlNode.Mapping keys, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    keys.find(name)
        .ifPresent(
            named ->
                ((YamlNode.Mapping) named)
                    .values()
                    .forEach((key, value) -> texts.put(key, value.asText())));
    return texts;
  }
}
