package backchat.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as somebody at a keyboard meets it, on the content that comes with it. */
final class CommandLineProgramTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Result(int code, String out, String err) {
    List<JsonNode> json() throws IOException {
      List<JsonNode> nodes = new ArrayList<>();
      for (String line : out.lines().toList()) {
        nodes.add(JSON.readTree(line));
      }
      return nodes;
    }
  }

  static final BotRunner NO_BOT =
      new BotRunner() {
        @Override
        public boolean wanted(Path config) {
          return false;
        }

        @Override
        public int printSettings(Path config, Streams streams) {
          return 3;
        }

        @Override
        public int run(
            Path config,
            java.util.Optional<Path> knowledge,
            backchat.knowledge.Options options,
            Streams streams) {
          return 3;
        }
      };

  private static Result run(byte[] input, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--knowledge")) {
      all.addAll(List.of("--knowledge", "../knowledge/content"));
    }
    all.addAll(List.of("--meaning", "off"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CommandLineProgram.run(
            all.toArray(String[]::new),
            Streams.of(new ByteArrayInputStream(input), out, err, ""),
            CLOCK,
            NO_BOT);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Result run(String input, String... arguments) {
    return run(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  @Test
  void aQuestionIsAnsweredWithSourceGradeAndDisclaimer() {
    Result result = run("", "ask", "What is Swedish massage?");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("long glides and kneading")
        .contains("Evidence: Shown in trials")
        .contains("Sources:")
        .contains("This is general information");
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u0000\u0007\u001b[31m",
        "🎈🎈🎈",
        "AND OR ~^\"[]{}",
        "\\",
        "/ask",
        "????",
        "{}",
        "[1,2]",
        "null",
        "\uD83D"
      })
  void oddInputGetsASensibleReply(String input) throws IOException {
    Result asked = run("", "ask", input);
    assertThat(asked.code()).isZero();
    assertThat(asked.out()).isNotBlank();
    assertThat(asked.err()).isEmpty();
    Result piped = run(input + "\nthanks\n", "ask", "--json");
    assertThat(piped.code()).isZero();
    assertThat(piped.json()).hasSize(2).allMatch(node -> !node.get("text").asText().isBlank());
    assertThat(piped.json().getFirst().get("outcome").asText()).isEqualTo("not-found");
    assertThat(piped.json().getLast().get("outcome").asText()).isEqualTo("small-talk");
  }

  @Test
  void aHugeQuestionIsAnswered() throws IOException {
    Result result = run("back ".repeat(20_000) + "\n", "ask", "--json");
    assertThat(result.code()).isZero();
    assertThat(result.json()).hasSize(1);
  }

  @Test
  void brokenBytesAreRead() throws IOException {
    byte[] broken = {(byte) 0xff, (byte) 0xc3, 0x28, '\n'};
    Result result = run(broken, "ask", "--json");
    assertThat(result.code()).isZero();
    assertThat(result.json().getFirst().get("outcome").asText()).isEqualTo("not-found");
  }

  @Test
  void jsonLinesKeepOrderAndIds() throws IOException {
    Result result =
        run(
            """
            {"id":"a","text":"What is shiatsu or acupressure massage?"}
            what is thai massage
            {"id":7,"text":"hello"}
            """,
            "ask",
            "--json",
            "--top",
            "3");
    List<JsonNode> nodes = result.json();
    assertThat(nodes.stream().map(node -> node.get("id").asText())).containsExactly("a", "2", "7");
    JsonNode first = nodes.getFirst();
    assertThat(first.get("outcome").asText()).isEqualTo("found");
    assertThat(first.get("passage").asText()).isEqualTo("modality/shiatsu");
    assertThat(first.get("red_flag").isNull()).isTrue();
    assertThat(first.get("confidence").asDouble()).isBetween(0.5, 1.0);
    assertThat(first.get("candidates")).hasSize(3);
    assertThat(first.get("candidates").get(0).get("passage").asText())
        .isEqualTo("modality/shiatsu");
    assertThat(first.get("edition").asInt()).isEqualTo(1);
    assertThat(nodes.getLast().get("outcome").asText()).isEqualTo("small-talk");
    assertThat(nodes.getLast().get("passage").isNull()).isTrue();
  }

  @Test
  void theChatTakesCommandsAndNumbers() {
    Result result =
        run("/help\n/topics safety\n1\n/compare swedish deep-tissue\n/nonsense\n/quit\n", "chat");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("/compare <two names>")
        .contains("Safety and warning signs (1 of")
        .contains("Swedish massage and Deep-tissue massage")
        .doesNotContain("Exception");
  }

  @Test
  void wrongUseExitsWithTwo() {
    assertThat(run("", "nonsense").code()).isEqualTo(2);
    assertThat(run("", "ask").code()).isEqualTo(2);
    assertThat(run("", "ask", "--json", "--top", "-1").code()).isEqualTo(2);
    assertThat(run("", "ask").err()).contains("No question");
  }

  @Test
  void aMissingFolderExitsWithOneAndSaysSo(@TempDir Path empty) {
    Path none = empty.resolve("none");
    Result ask = run("", "ask", "hello", "--knowledge", none.toString());
    assertThat(ask.code()).isEqualTo(1);
    assertThat(ask.err()).contains("no such folder").doesNotContain("Exception");
    Result check = run("", "check", none.toString());
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("1 errors");
  }

  @Test
  void checkPrintsJson() throws IOException {
    Result result = run("", "check", "--json");
    assertThat(result.code()).isZero();
    JsonNode node = result.json().getFirst();
    assertThat(node.get("errors").asInt()).isZero();
    assertThat(node.get("summary").get("passages").asInt()).isGreaterThan(150);
  }

  @Test
  void evalPrintsItsTable(@TempDir Path folder) throws IOException {
    Path questions = folder.resolve("questions.jsonl");
    Files.writeString(
        questions,
        """
        {"id":"1","text":"What is Swedish massage?","kind":"answer","expect":["modality/swedish"]}
        {"id":"2","text":"capital of france","kind":"no-answer","class":"far","tolerated":[]}
        {"id":"3","text":"hello","kind":"smalltalk","tolerated":[]}
        {"id":"4","text":"anything","kind":"answer","expect":["no/such"]}
        """);
    Result result = run("", "eval", "--misses", questions.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("in scope: right passage first")
        .contains("small talk: answered in kind                    100.0%  (1 of 1)")
        .contains("1 questions expect only passages that do not exist yet")
        .contains("4 [no/such] expected not among ten");
    Files.writeString(questions, "nonsense\n");
    Result broken = run("", "eval", questions.toString());
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.err()).contains("questions.jsonl:1: not a labelled question");
  }
}
