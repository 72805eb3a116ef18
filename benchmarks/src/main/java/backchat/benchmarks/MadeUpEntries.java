package backchat.benchmarks;

import backchat.knowledge.content.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries as a larger catalogue might hold them: the questions and sentences of the real one, mixed
 * anew and each about some made-up thing, so that common words stay common and rare ones rare. The
 * same ones every time. Confined to one thread.
 */
final class MadeUpEntries {
  private static final int FORMS = 4;
  private static final int SENTENCES = 5;
  private static final String[] SYLLABLES =
      "va ro lin ke mo dal so ner ti bu ca fen gol ha jo pel qui rus ta zem".split(" ");
  private static final String[] THINGS =
      ("massage belt chair pillow cream stretch cushion mattress exercise therapy roller wrap class"
              + " tablet brace lamp")
          .split(" ");

  private final Random random = new Random(20_261_121);
  private final List<String> questions;
  private final List<String> sentences;
  private final String source;

  /**
   * @param passages whose words are used
   */
  MadeUpEntries(List<Passage> passages) {
    questions =
        passages.stream()
            .flatMap(passage -> passage.questions().stream())
            .map(question -> question.replaceAll("[^A-Za-z0-9 '-]", "").strip())
            .filter(question -> question.length() > 12 && question.length() < 100)
            .toList();
    sentences =
        passages.stream()
            .flatMap(passage -> List.of(passage.shortAnswer().split("(?<=[.!?])\\s+")).stream())
            .filter(sentence -> sentence.length() > 20 && sentence.length() < 90)
            .filter(sentence -> sentence.matches("[A-Za-z0-9 ,.'-]+[.]"))
            .toList();
    source = passages.getFirst().sources().getFirst();
  }

  /** Writes that many entries beside those of a content folder; returns questions to ask. */
  List<String> write(Path folder, int count) throws IOException {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String thing = thing(i);
      Path topic = folder.resolve("entries/basics");
      List<String> forms = new ArrayList<>();
      for (int form = 0; form <= FORMS; form++) {
        forms.add(question() + (form % 2 == 0 ? " with a " : " after a ") + thing);
      }
      Files.writeString(topic.resolve("made-up-" + i + ".md"), entry(thing, forms));
      if (i % Math.max(1, count / 500) == 0) {
        asked.add("hello, " + forms.get(1 + i % FORMS) + " please");
      }
    }
    return asked;
  }

  private String entry(String thing, List<String> forms) {
    return """
    ---
    question: %s?
    also_asked:
    %s
    grade: expert
    sources: [%s]
    reviewed: 2026-01-01
    review_by: 2099-01-01
    ---
    Ask for a %s. %s

    %s
    """
        .formatted(
            forms.getFirst(),
            forms.stream().skip(1).map(form -> "  - " + form).collect(Collectors.joining("\n")),
            source,
            thing,
            sentence(),
            Stream.generate(this::sentence).limit(SENTENCES).collect(Collectors.joining(" ")));
  }

  private String question() {
    String question = questions.get(random.nextInt(questions.size()));
    return question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
  }

  private String sentence() {
    return sentences.get(random.nextInt(sentences.size()));
  }

  /** A name that no other number has, and what it is. */
  private String thing(int number) {
    StringBuilder name = new StringBuilder();
    for (int rest = number + SYLLABLES.length * SYLLABLES.length; rest > 0; ) {
      name.append(SYLLABLES[rest % SYLLABLES.length]);
      rest /= SYLLABLES.length;
    }
    return name + " " + THINGS[random.nextInt(THINGS.length)];
  }
}
