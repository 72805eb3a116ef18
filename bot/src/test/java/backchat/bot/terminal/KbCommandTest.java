package backchat.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Edits;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.content.ContentFiles;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content folder out and in on the command line. */
final class KbCommandTest {
  @TempDir private Path temp;
  private Path folder;
  private StringWriter told;

  @BeforeEach
  void write() {
    folder = SmallKnowledge.folder(temp);
    System.setProperty("backchat.home", temp.resolve("home").toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("backchat.home");
  }

  private int run(String... arguments) {
    told = new StringWriter();
    PrintWriter writer = new PrintWriter(told);
    Streams streams =
        new Streams(new BufferedReader(Reader.nullReader()), writer, writer, false, false);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--meaning", "off", "--knowledge", folder.toString()));
    int code =
        CommandLineProgram.run(
            all.toArray(String[]::new), streams, Samples.DAY, CommandLineProgramTest.NO_BOT);
    writer.flush();
    return code;
  }

  @Test
  void outAndInIsTheSame() throws Exception {
    Path zip = temp.resolve("out.zip");
    assertThat(run("kb", "export", zip.toString())).isZero();
    assertThat(run("kb", "export", zip.toString())).as("never over a file").isEqualTo(1);
    Path again = temp.resolve("again.zip");
    run("kb", "export", again.toString());
    assertThat(Files.mismatch(zip, again)).isEqualTo(-1);
    String before = ContentFiles.read(folder).hash();
    Edits.change(folder);
    Files.delete(folder.resolve("entries/self-care/bed-rest.md"));
    assertThat(run("kb", "import", zip.toString())).isZero();
    assertThat(told.toString()).contains("2 files changed");
    assertThat(ContentFiles.read(folder).hash()).isEqualTo(before);
    assertThat(run("kb", "import", zip.toString())).isZero();
    assertThat(told.toString()).contains("just that already");
  }

  @Test
  void whatIsWrongIsNotPutIn() throws Exception {
    String before = ContentFiles.read(folder).hash();
    Path zip = temp.resolve("out.zip");
    Path good = folder;
    folder = SmallKnowledge.folder(temp.resolve("other"));
    Edits.breakAll(folder);
    run("kb", "export", zip.toString());
    folder = good;
    assertThat(run("kb", "import", zip.toString())).isEqualTo(1);
    assertThat(told.toString()).contains("`grade` is `very").contains("nothing was changed");
    Files.writeString(zip, "no archive");
    assertThat(run("kb", "import", zip.toString())).isEqualTo(1);
    assertThat(told.toString()).contains("not a whole zip file");
    assertThat(run("kb", "import", temp.resolve("none.zip").toString())).isEqualTo(1);
    assertThat(run("kb")).isEqualTo(2);
    assertThat(ContentFiles.read(folder).hash()).isEqualTo(before);
  }

  @Test
  void aTableOfQuestionsBecomesDrafts() throws Exception {
    Path table = temp.resolve("faq.tsv");
    Files.writeString(
        table,
        "Question\tAnswer\tSource\tAlternatives\n"
            + "Is a warm bath good?\t<p>A warm bath may ease stiff muscles.</p>\tx\tbath?|warm"
            + " soak\n"
            + "Can I soak?\tA warm bath may ease stiff muscles.\tx\t\n"
            + "Is a warm bath good?\tAnother answer.\tx\t\n"
            + "\tNo question.\tx\t\n"
            + "\"Say \"\"hello\"\"\"\tHello & welcome: it is fine.\\n"
            + "Really.\tx\n");
    Path into = temp.resolve("drafts");
    int code =
        run(
            "kb",
            "import-tsv",
            table.toString(),
            "--topic",
            "basics",
            "--source",
            "who-2023",
            "--into",
            into.toString());
    assertThat(code).isZero();
    assertThat(told.toString())
        .contains("5 rows read, 2 entries made")
        .contains("line 4: its question stands above already")
        .contains("line 5: left out")
        .contains("nothing is served yet");
    assertThat(Files.readString(into.resolve("entries/basics/is-a-warm-bath-good.md")))
        .contains("question: \"Is a warm bath good?\"")
        .contains("  - \"bath?\"\n  - \"warm soak\"\n  - \"Can I soak?\"")
        .contains("\n---\nA warm bath may ease stiff muscles.\n");
    assertThat(Files.readString(into.resolve("entries/basics/say-hello.md")))
        .contains("question: \"Say \\\"hello\\\"\"")
        .contains("Hello & welcome: it is fine.\n\nReally.");
  }
}
