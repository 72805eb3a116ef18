package backchat.bot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Edits;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderators in the terminal. */
final class TerminalModerationTest {
  @TempDir private Path temp;

  /** Lines as they are typed; a line that begins with an exclamation mark edits the folder. */
  private static final class Typing extends BufferedReader {
    private final Deque<String> lines;
    private final Path folder;

    private Typing(List<String> lines, Path folder) {
      super(Reader.nullReader());
      this.lines = new ArrayDeque<>(lines);
      this.folder = folder;
    }

    @Override
    public String readLine() {
      String line = lines.poll();
      if ("!change".equals(line)) {
        Edits.change(folder);
        return lines.poll();
      }
      if ("!break".equals(line)) {
        Edits.breakAll(folder);
        return lines.poll();
      }
      return line;
    }
  }

  @Test
  void whatModeratorsAreTold() {
    Path folder = SmallKnowledge.folder(temp);
    List<String> lines =
        List.of(
            "/kb reload",
            "!change",
            "/kb check",
            "/kb reload",
            "/kb status",
            "!break",
            "/kb reload",
            "/kb status",
            "/kb history",
            "/kb rollback 7",
            "/kb preview no-such-file.md");
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Streams streams = new Streams(new Typing(lines, folder), writer, writer, false, false);
    String[] arguments = {"chat", "--meaning", "off", "--knowledge", folder.toString()};
    int code =
        CommandLineProgram.run(arguments, streams, Samples.DAY, CommandLineProgramTest.NO_BOT);
    writer.flush();
    assertThat(code).isZero();
    String told = out.toString();
    assertThat(Edits.isGolden("terminal", told.substring(told.indexOf("you> "))))
        .as("mend with -Dgolden=write")
        .isTrue();
  }
}
