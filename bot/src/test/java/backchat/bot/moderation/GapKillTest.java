package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Moderated;
import backchat.bot.conversation.Request;
import backchat.bot.store.Gaps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that makes shared questions into phrasings is killed at any moment: each question still
 * waits, or it is a phrasing and waits no more.
 */
final class GapKillTest {
  private static final int KILLS = 4;
  private static final Asker MODERATOR = new Asker("telegram", "42", true);

  @TempDir private Path temp;

  private static void order(Moderated moderated, String words) {
    moderated.moderation().command().run().reply(new Request("kb", words, MODERATOR, "c"));
  }

  /** The process. */
  public static final class Program {
    private Program() {}

    /**
     * @param arguments the folder, and a letter for the questions of this run
     */
    public static void main(String[] arguments) throws Exception {
      Moderated moderated = Moderated.in(Path.of(arguments[0]));
      for (int i = 0; ; i++) {
        String word = arguments[1] + "o".repeat(i + 1);
        String question = "can I %sf and %sm".formatted(word, word);
        moderated.share(question);
        System.out.println("begins " + question);
        String code =
            moderated.store().gaps().all().stream()
                .filter(gap -> gap.question().equals(question))
                .map(Gaps.Gap::code)
                .findFirst()
                .orElseThrow();
        order(moderated, "gaps add " + code + " " + NewPhrasing.mark("self-care/exercise"));
        System.out.println("added " + moderated.having(question));
      }
    }
  }

  @Test
  void whateverTheMomentAQuestionWaitsOrIsAPhrasing() throws Exception {
    Moderated.in(temp).close();
    List<String> begun = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      killed(String.valueOf((char) ('k' + kill)), kill * 23_000_000L, begun);
      try (Moderated moderated = Moderated.in(temp)) {
        assertThat(moderated.knowledge().status().trouble()).isEmpty();
        order(moderated, "gaps");
        List<String> waiting =
            moderated.store().gaps().all().stream().map(Gaps.Gap::question).toList();
        for (String question : begun) {
          assertThat(moderated.having(question) + (waiting.contains(question) ? 1 : 0))
              .as("%s, %s waiting", question, waiting)
              .isEqualTo(1);
        }
      }
    }
  }

  /** Runs the program and kills it so long after it has begun its second question. */
  private void killed(String letter, long nanoseconds, List<String> begun)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                temp.toString(),
                letter)
            .redirectErrorStream(true)
            .start();
    int left = 2;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        assertThat(line).doesNotContain("Exception").isNotEqualTo("added 0");
        if (line.startsWith("begins ")) {
          begun.add(line.substring("begins ".length()));
          left--;
        }
        if (left == 0) {
          LockSupport.parkNanos(nanoseconds);
          process.toHandle().destroyForcibly();
          left--;
        }
      }
    }
    process.waitFor();
    assertThat(left).isNegative();
  }
}
