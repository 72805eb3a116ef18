package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.keeping.KeptEdition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that reloads, goes back and installs all the time is killed at any moment: what is
 * there afterwards is one state or the next, whole.
 */
final class KillTest {
  private static final int KILLS = 8;
  private static final List<String> FILES = List.of("entries/kind/soft.md", "entries/kind/hard.md");
  private static final Pattern WORD = Pattern.compile("It is a (\\w+) rub");

  @TempDir private Path temp;

  private static Knowledge open(Path temp) throws BrokenContent {
    return Knowledge.open(
        temp.resolve("content"),
        Clock.systemUTC(),
        new Options(false, Optional.empty(), Optional.of(temp.resolve("data"))));
  }

  /** The process: every state of the content has one word in both of its entries. */
  public static final class Program {
    private Program() {}

    /**
     * @param arguments the folder, and what the words of this run begin with
     */
    public static void main(String[] arguments) throws Exception {
      Path temp = Path.of(arguments[0]);
      Knowledge knowledge = open(temp);
      for (int i = 0; ; i++) {
        String word = arguments[1] + i;
        System.out.println("begins " + word);
        Map<String, Optional<byte[]>> changes = new HashMap<>();
        for (String file : FILES) {
          String text = new String(knowledge.files().files().get(file), StandardCharsets.UTF_8);
          String changed = WORD.matcher(text).replaceFirst("It is a " + word + " rub");
          changes.put(file, Optional.of(changed.getBytes(StandardCharsets.UTF_8)));
        }
        done(knowledge.install(changes));
        System.out.println("installed " + word);
        if (i % 3 == 2) {
          done(knowledge.rollback(knowledge.history().getLast().number()));
          done(knowledge.reload());
        }
      }
    }

    private static void done(Reload reload) {
      if (!(reload instanceof Reload.Replaced)) {
        System.out.println("FAILED " + reload);
      }
    }
  }

  @Test
  void whateverTheMomentTheStateIsWhole() throws Exception {
    TestFolder.at(temp.resolve("content"));
    int number = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      String installed = killed("w" + kill + "x", 2 + kill % 4, kill * 1_700_000L);
      try (Knowledge knowledge = open(temp)) {
        assertThat(knowledge.status().trouble()).isEmpty();
        String onDisk = word(knowledge.files());
        assertThat(index(onDisk)).isGreaterThanOrEqualTo(index(installed));
        for (KeptEdition kept : knowledge.history()) {
          assertThat(kept.number()).isPositive();
        }
        String soft = knowledge.edition().passage("kind/soft").orElseThrow().shortAnswer();
        String hard = knowledge.edition().passage("kind/hard").orElseThrow().shortAnswer();
        assertThat(soft).isEqualTo(hard);
        int newest = knowledge.history().getFirst().number();
        assertThat(newest).isGreaterThanOrEqualTo(number);
        number = newest;
      }
    }
  }

  /** Runs the program, kills it so long after it has begun so many changes, and says the last. */
  private String killed(String words, int begun, long nanoseconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                temp.toString(),
                words)
            .redirectErrorStream(true)
            .start();
    String installed = "";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int left = begun;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        assertThat(line).doesNotContain("FAILED").doesNotContain("Exception");
        installed = line.startsWith("installed ") ? line.substring(10) : installed;
        left -= line.startsWith("begins ") ? 1 : 0;
        if (left == 0) {
          LockSupport.parkNanos(nanoseconds);
          process.toHandle().destroyForcibly();
          left--;
        }
      }
    }
    process.waitFor();
    assertThat(installed).isNotEmpty();
    return installed;
  }

  /** The word of both entries; fails when they differ. */
  private static String word(ContentFiles files) {
    assertThat(files.problems()).isEmpty();
    List<String> words =
        FILES.stream()
            .map(file -> new String(files.files().get(file), StandardCharsets.UTF_8))
            .map(
                text -> {
                  Matcher matcher = WORD.matcher(text);
                  assertThat(matcher.find()).isTrue();
                  return matcher.group(1);
                })
            .distinct()
            .toList();
    assertThat(words).hasSize(1);
    return words.getFirst();
  }

  private static int index(String word) {
    return Integer.parseInt(word.replaceFirst("w\\d+x", ""));
  }
}
