package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Command;
import backchat.bot.conversation.Disclaimer;
import backchat.bot.conversation.Evidence;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Samples;
import backchat.knowledge.Comparison;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Grade;
import backchat.knowledge.content.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.junit.jupiter.api.Test;

/**
 * What is sent, byte for byte. With {@code -Dgolden=write} the files are rewritten, and that run
 * fails.
 */
final class DiscordGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/backchat/bot/discord");
  private static final Source SOURCE =
      new Source(
          "source",
          "A (sample) guideline",
          "A publisher",
          OptionalInt.of(2020),
          Optional.of("https://example.org/a_(b)"),
          "guideline");

  private final DiscordRenderer renderer = new DiscordRenderer();

  private Map<String, String> cases() {
    Map<String, String> cases = new TreeMap<>();
    Reply.OfPassage passage = Samples.passage("A text with *stars* and a list.", 2);
    cases.put("passage", sent(passage, Around.NOTHING));
    cases.put("passage-private", sent(passage, new Around("77", Optional.of("p_basics_sample"))));
    cases.put("card", sent(Samples.card("Call for help.", Optional.empty()), Around.NOTHING));
    cases.put(
        "card-then-passage", sent(Samples.card("Call.", Optional.of(passage)), Around.NOTHING));
    cases.put("comparison", sent(comparison(), Around.NOTHING));
    cases.put("three-choices", sent(choices(3), Around.NOTHING));
    cases.put("thirty-choices", sent(choices(30), Around.NOTHING));
    cases.put("notice", sent(Reply.OfNotice.of("A notice.\nIn two lines."), Around.NOTHING));
    cases.put("table", sent(table(), Around.NOTHING));
    List<Command> commands = Samples.commands(Clock.systemUTC()).all();
    cases.put("commands", list(SlashList.open(commands)));
    cases.put("moderators-commands", list(SlashList.moderators(commands)));
    return cases;
  }

  private String sent(Reply reply, Around around) {
    return Wire.pretty(Wire.read(renderer.render(reply, around).toData().toString()));
  }

  private static String list(List<CommandData> commands) {
    return Wire.pretty(
        Wire.array(commands.stream().map(c -> Wire.read(c.toData().toString())).toList()));
  }

  private static Reply comparison() {
    return new Reply.OfComparison(
        new Comparison(
            "Kinds of massage",
            "Swedish",
            "Deep tissue",
            List.of(
                new Comparison.Line("Pressure", "light", "strong"),
                new Comparison.Line("Origin", "", "unknown")),
            Grade.GUIDELINE,
            List.of("source")),
        new Evidence("Recommended in guidelines", List.of(SOURCE)),
        new Disclaimer("The disclaimer.", 7));
  }

  private static Reply choices(int count) {
    return new Reply.OfChoices(
        List.of(new Block.Paragraph("Choose.")),
        IntStream.range(0, count)
            .mapToObj(i -> new Choice("Choice " + i, new Choice.ShowPassage("basics/c" + i)))
            .toList());
  }

  private static Reply table() {
    return new Reply.OfNotice(
        List.of(
            new Block.Rows(
                "Numbers",
                List.of("Where", "Number"),
                List.of(List.of("EU", "112"), List.of("UK", "999"))),
            new Block.Rows(
                "Steps",
                List.of("Step", "What to do", "How long"),
                List.of(
                    List.of("1", "Lie down on your side with a ball", "two minutes"),
                    List.of("2", "Turn over", "")))));
  }

  @Test
  void whatIsSentIsAsItWas() throws IOException {
    boolean write = "write".equals(System.getProperty("golden"));
    Map<String, String> cases = cases();
    for (Map.Entry<String, String> one : cases.entrySet()) {
      Path file = FOLDER.resolve(one.getKey() + ".json");
      if (write) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, one.getValue());
      }
      assertThat(one.getValue()).as(one.getKey()).isEqualTo(Files.readString(file));
    }
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("one file a case, no orphans")
          .containsExactlyInAnyOrderElementsOf(
              cases.keySet().stream().map(n -> n + ".json").toList());
    }
    assertThat(write).as("the files are rewritten; look at them and run again").isFalse();
  }
}
