package backchat.bot.terminal;

import backchat.bot.conversation.Commands;
import backchat.knowledge.Answer;
import backchat.knowledge.Match;
import backchat.knowledge.Question;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Answers questions a line at a time, as JSON, in order. Confined to one thread. */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Commands commands;
  private final int top;
  private final TerminalRenderer renderer = new TerminalRenderer(Style.PLAIN, 0);

  JsonLines(Commands commands, int top) {
    this.commands = commands;
    this.top = top;
  }

  private record Line(JsonNode id, String text, String conversation) {}

  /** Reads to the end of the input; a line that is no JSON object with a text is the question. */
  void run(Streams streams) throws IOException {
    PrintWriter out = streams.out();
    int number = 0;
    for (String line = streams.in().readLine(); line != null; line = streams.in().readLine()) {
      number++;
      out.println(JSON.writeValueAsString(answer(read(line, number))));
      out.flush();
    }
  }

  /** Lines that name no conversation stand alone: each is a conversation of its own. */
  private static Line read(String line, int number) {
    String own = "line " + number;
    try {
      JsonNode node = JSON.readTree(line);
      if (node != null && node.isObject() && node.path("text").isTextual()) {
        String named = node.path("conversation").asText("");
        return new Line(
            node.has("id") ? node.get("id") : JSON.getNodeFactory().numberNode(number),
            node.get("text").asText(),
            named.isEmpty() ? own : "named " + named);
      }
    } catch (JsonProcessingException e) {
      // not JSON: the line itself is the question
    }
    return new Line(JSON.getNodeFactory().numberNode(number), line, own);
  }

  private ObjectNode answer(Line line) {
    Commands.Answered answered = commands.answer(line.text(), line.conversation());
    Answer answer = answered.answer();
    List<Match> candidates = answered.edition().rank(new Question(line.text()), Math.max(1, top));
    ObjectNode node = JSON.createObjectNode();
    node.set("id", line.id());
    node.put("question", line.text());
    node.put("outcome", answer.outcome());
    node.put("passage", passage(answer).orElse(null));
    node.put("red_flag", answer instanceof Answer.Urgent urgent ? urgent.redFlag().id() : null);
    node.put("confidence", confidence(answer, candidates));
    ArrayNode list = node.putArray("candidates");
    candidates.stream()
        .limit(top)
        .forEach(
            match ->
                list.addObject()
                    .put("passage", match.passage().id())
                    .put("confidence", rounded(match.confidence())));
    node.put("text", renderer.render(answered.reply()));
    node.put("edition", answered.edition().number());
    return node;
  }

  private static Optional<String> passage(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> Optional.of(found.passage().id());
      case Answer.Urgent urgent -> urgent.then().map(found -> found.passage().id());
      case Answer.Unsure unsure -> Optional.empty();
      case Answer.NotFound nothing -> Optional.empty();
      case Answer.SmallTalk talk -> Optional.empty();
      case Answer.Compared compared -> Optional.of(compared.nearest().id());
      case Answer.OtherLanguage other -> Optional.empty();
    };
  }

  private static double confidence(Answer answer, List<Match> candidates) {
    return switch (answer) {
      case Answer.Found found -> rounded(found.confidence());
      case Answer.Urgent urgent -> 1;
      case Answer.SmallTalk talk -> 1;
      case Answer.Compared compared -> rounded(compared.confidence());
      case Answer.OtherLanguage other -> 0;
      case Answer.Unsure unsure -> rounded(unsure.candidates().getFirst().confidence());
      case Answer.NotFound nothing ->
          candidates.isEmpty() ? 0 : rounded(candidates.getFirst().confidence());
    };
  }

  private static double rounded(double confidence) {
    return Math.round(confidence * 10_000) / 10_000.0;
  }
}
