package backchat.knowledge.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question with what should come of it. Immutable.
 *
 * @param id stable
 * @param text the message
 * @param kind {@code answer}, {@code red-flag}, {@code no-answer} or {@code smalltalk}
 * @param expect ids that are right, best first
 * @param urgency the least urgency of a red flag's card; empty for other kinds
 * @param group {@code far}, {@code near} or the like; empty where there is none
 * @param tolerated ids that are not counted as false answers
 * @param last id of the passage that the conversation saw before; empty for a question on its own
 */
public record Labelled(
    String id,
    String text,
    String kind,
    List<String> expect,
    String urgency,
    String group,
    List<String> tolerated,
    Optional<String> last) {
  /** Copies the lists. */
  public Labelled {
    expect = List.copyOf(expect);
    tolerated = List.copyOf(tolerated);
  }

  /**
   * Reads a file with one JSON object a line.
   *
   * @throws IOException if it cannot be read, or a line is no such object; the message names file
   *     and line
   */
  public static List<Labelled> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Labelled> questions = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          questions.add(of(json.readTree(line), number));
        } catch (JsonProcessingException | IllegalArgumentException e) {
          throw new IOException(
              file + ":" + number + ": not a labelled question; write {\"text\":...,\"kind\":...}",
              e);
        }
      }
    }
    return questions;
  }

  private static Labelled of(JsonNode node, int line) {
    if (!node.path("text").isTextual() || !node.path("kind").isTextual()) {
      throw new IllegalArgumentException("text and kind are needed");
    }
    return new Labelled(
        node.path("id").asText("line " + line),
        node.path("text").asText(),
        node.path("kind").asText(),
        texts(node.path("expect")),
        node.path("urgency").asText(""),
        node.path("class").asText(""),
        texts(node.path("tolerated")),
        Optional.ofNullable(node.path("last").textValue()));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
