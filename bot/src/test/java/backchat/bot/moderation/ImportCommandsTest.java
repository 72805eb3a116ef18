package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.bot.conversation.Upload;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.keeping.ContentArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that moderators send: looked at, installed, refused. */
final class ImportCommandsTest {
  private static final Asker ANN = new Asker("test", "ann", true);
  private static final String CAUSES = "entries/basics/causes.md";

  @TempDir private Path temp;
  private Path folder;
  private Knowledge knowledge;
  private Map<String, Subcommand> commands;

  @BeforeEach
  void open() throws Exception {
    folder = SmallKnowledge.folder(temp);
    knowledge =
        Knowledge.open(
            folder,
            Samples.DAY,
            new Options(false, Optional.empty(), Optional.of(temp.resolve("data"))));
    commands =
        new ImportCommands(knowledge, new Drafts(Samples.DAY))
            .all().stream().collect(Collectors.toMap(Subcommand::name, one -> one));
  }

  @AfterEach
  void close() throws IOException {
    knowledge.close();
  }

  private Outcome preview(String name, byte[] bytes, String place) {
    Upload upload = new Upload(name, bytes.length, most -> bytes);
    return commands.get("preview").run().run(new Act(place, ANN, Optional.of(upload)));
  }

  private Outcome order(String words) {
    String[] parts = words.split(" ", 2);
    return commands.get(parts[0]).run().run(new Act(parts[1], ANN, Optional.empty()));
  }

  private static String text(Outcome outcome) {
    return switch (outcome.reply()) {
      case Reply.OfNotice notice -> text(notice.text());
      case Reply.OfPreview preview -> text(preview.text());
      case Reply.OfFile file -> text(file.text());
      default -> throw new AssertionError(outcome);
    };
  }

  private static String text(java.util.List<Block> blocks) {
    return blocks.stream()
        .map(
            block ->
                switch (block) {
                  case Block.Paragraph paragraph -> paragraph.text();
                  case Block.Points points -> String.join("\n", points.items());
                  case Block.Rows rows -> rows.title();
                })
        .collect(Collectors.joining("\n"));
  }

  private byte[] changed(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes();
  }

  private static String install(Outcome preview) {
    Choice install = ((Reply.OfPreview) preview.reply()).choices().getFirst();
    assertThat(install.label()).isEqualTo("Install");
    return ((Choice.Moderate) install.action()).words();
  }

  @Test
  void anEntryIsSeenAsAskersWouldAndInstalledWhenItIsSaid() throws Exception {
    byte[] entry = changed(CAUSES, "Strain is common", "Strain is named");
    Outcome preview = preview("causes.md", entry, "");
    Reply.OfPreview reply = (Reply.OfPreview) preview.reply();
    assertThat(reply.passage().orElseThrow().passage().shortAnswer()).contains("Strain is named");
    assertThat(text(preview)).contains("passage changed: basics/causes");
    assertThat(Files.readString(folder.resolve(CAUSES))).contains("Strain is common");
    Outcome installed = order(install(preview));
    assertThat(installed.result()).isEqualTo("replaced");
    assertThat(Files.readString(folder.resolve(CAUSES))).contains("Strain is named");
    assertThat(knowledge.edition().number()).isEqualTo(2);
    assertThat(text(order(install(preview)))).contains("forgotten");
  }

  @Test
  void aWrongFileIsToldWithItsLinesAndCannotBeInstalled() throws Exception {
    Outcome preview = preview("causes.md", changed(CAUSES, "\ngrade: ", "\ngrade: very "), "");
    assertThat(text(preview)).contains(CAUSES + ":8: `grade`");
    assertThat(preview.reply()).isInstanceOf(Reply.OfNotice.class);
  }

  @Test
  void aNewEntryNeedsAPlace() throws Exception {
    byte[] entry = Files.readAllBytes(folder.resolve(CAUSES));
    assertThat(text(preview("brand-new.md", entry, ""))).contains("not clear where it belongs");
    assertThat(text(preview("brand-new.md", entry, "../x"))).contains("no such place");
    assertThat(text(preview("x.md", entry, "basics/brand-new")))
        .contains("a question of basics/brand-new");
  }

  @Test
  void theHalvesOfATableAreTakenTogether() throws Exception {
    String csv = Files.readString(folder.resolve("tables/modalities.csv"));
    String yaml = Files.readString(folder.resolve("tables/modalities.yaml"));
    assertThat(text(preview("second.csv", csv.getBytes(), ""))).contains("tables/second.yaml");
    Outcome whole = preview("second.yaml", yaml.getBytes(), "");
    assertThat(whole.what()).isEqualTo("preview of files: 2");
  }

  @Test
  void aZipTakesThePlaceOfTheWholeFolder() throws Exception {
    SortedMap<String, byte[]> files = new TreeMap<>(ContentFiles.read(folder).files());
    files.put(CAUSES, changed(CAUSES, "Strain is common", "Strain is named"));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ContentArchive.write(files, zip);
    Outcome preview = preview("content.zip", zip.toByteArray(), "");
    assertThat(text(preview)).contains("Changes: 1").contains("basics/causes");
    assertThat(order(install(preview)).result()).isEqualTo("replaced");
    files.remove("sources.yaml");
    ByteArrayOutputStream less = new ByteArrayOutputStream();
    ContentArchive.write(files, less);
    assertThat(text(preview("content.zip", less.toByteArray(), ""))).contains("sources.yaml");
  }

  @Test
  void whatIsNotAskedForIsRefused() {
    Map<String, byte[]> refused = new LinkedHashMap<>();
    refused.put("../causes.md", "x".getBytes());
    refused.put("causes.exe", "x".getBytes());
    refused.put("causes", "x".getBytes());
    refused.put("", "x".getBytes());
    refused.put("UP \u0000.md", "x".getBytes());
    refused.put("phrases.yml", "x".getBytes());
    refused.put("large.md", new byte[2_000_001]);
    refused.put("content.zip", "no archive".getBytes());
    ContentFiles before = ContentFiles.read(folder);
    refused.forEach(
        (name, bytes) -> {
          Outcome outcome = preview(name, bytes, "");
          assertThat(outcome.reply()).as(name).isNotInstanceOf(Reply.OfPreview.class);
        });
    assertThat(text(preview("huge.zip", new byte[20_000_001], ""))).contains("larger than 20 MB");
    Upload gone =
        new Upload(
            "causes.md",
            10,
            most -> {
              throw new IOException("gone");
            });
    assertThat(text(commands.get("preview").run().run(new Act("", ANN, Optional.of(gone)))))
        .contains("cannot be fetched");
    assertThat(ContentFiles.read(folder).hash()).isEqualTo(before.hash());
    assertThat(knowledge.edition().number()).isEqualTo(1);
  }
}
