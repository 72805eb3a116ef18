package backchat.knowledge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentReader;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Urgency;
import backchat.knowledge.language.Analysis;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The project's red flags on messages invented for this test, none of which is an example in the
 * content. The figures stand in a file, which also says what each batch of messages was at first;
 * better or worse, the test fails until they are changed there on purpose.
 */
final class RedFlagQualityTest {
  private static final List<Integer> BATCHES = List.of(3, 5, 6, 7, 8, 9, 10);
  private static final String FIGURES = "red-flags.properties";

  private final Content content =
      ContentReader.read(Path.of("content"), LocalDate.of(2026, 11, 21)).content().orElseThrow();
  private final Analysis analysis = Analysis.of(content.language());
  private final Triage triage = Triage.of(content, analysis, Optional.empty());
  private final Map<String, Integer> figures = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();

  @Test
  void theFiguresAreThoseOnFile() throws IOException {
    for (int batch : BATCHES) {
      for (JsonNode message : messages(batch)) {
        judge(batch + ".", message);
      }
    }
    Properties expected = new Properties();
    try (InputStream file = getClass().getResourceAsStream(FIGURES)) {
      expected.load(file);
    }
    Map<String, Integer> onFile = new TreeMap<>();
    expected.forEach((key, value) -> onFile.put((String) key, Integer.valueOf((String) value)));
    assertThat(figures).as(String.join("\n", misses)).isEqualTo(onFile);
  }

  @Test
  void noMessageIsAnExampleInTheContent() throws IOException {
    List<String> examples =
        content.redFlags().stream()
            .flatMap(
                flag ->
                    Stream.of(flag.examples(), flag.learnFrom(), flag.counterExamples())
                        .flatMap(List::stream))
            .toList();
    for (int batch : BATCHES) {
      assertThat(messages(batch))
          .extracting(message -> message.get("text").asText())
          .doesNotContainAnyElementsOf(examples);
    }
  }

  /** A few of the questions that passages answer do state a sign; most must not bring a card. */
  @Test
  void fewQuestionsOfPassagesBringACard() {
    int questions = 0;
    for (Passage passage : content.passages()) {
      for (String question : passage.questions()) {
        questions++;
        triage
            .alarm(analysis.analyse(question))
            .ifPresent(alarm -> misses.add(passage.id() + ": " + question + " -> " + alarm));
      }
    }
    assertThat(misses).hasSizeLessThan(questions / 100);
  }

  private List<JsonNode> messages(int batch) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> messages = new ArrayList<>();
    Path file =
        Path.of("src/test/resources/backchat/knowledge/questions/red-flags-" + batch + ".jsonl");
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      messages.add(json.readTree(line));
    }
    return messages;
  }

  private void judge(String batch, JsonNode message) {
    String text = message.get("text").asText();
    Optional<Alarm> alarm = triage.alarm(analysis.analyse(text));
    if (message.get("expect").isEmpty()) {
      String kind = message.get("kind").asText().equals("ordinary") ? "ordinary" : "look-alikes";
      count(batch + kind, true);
      count(batch + kind + ".false-alarms", alarm.isPresent());
      alarm.ifPresent(wrong -> misses.add("false alarm: " + text + " -> " + wrong));
      return;
    }
    String urgency = message.get("urgency").asText();
    count(batch + urgency, true);
    count(batch + urgency + ".caught", alarm.isPresent());
    List<String> expected = new ArrayList<>();
    message.get("expect").forEach(id -> expected.add(id.asText()));
    boolean right = alarm.filter(a -> expected.contains(a.redFlag().id())).isPresent();
    boolean enough =
        alarm.filter(a -> a.urgency().ordinal() <= level(urgency).ordinal()).isPresent();
    count(batch + "flag.right", right);
    count(batch + "urgency.enough", enough);
    if (!right || !enough) {
      misses.add(expected + " " + urgency + ": " + text + " -> " + alarm);
    }
  }

  private static Urgency level(String word) {
    return Urgency.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  private void count(String figure, boolean one) {
    figures.merge(figure, one ? 1 : 0, Integer::sum);
  }
}
