package backchat.knowledge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import backchat.knowledge.language.Analysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learnt of red flags, between two starts. */
final class LikenessFileTest {
  private static final int KEY = 32;

  @TempDir private Path folder;

  private static Content content(String last) {
    List<String> dull = new ArrayList<>();
    List<String> breathless = new ArrayList<>();
    for (String when : "today yesterday tonight monday tuesday wednesday".split(" ")) {
      for (String who : "my his her mums dads wifes childs bosss nans".split(" ")) {
        dull.add("since " + when + " all went dull at " + who + " groin and numb down there");
        breathless.add(who + " chest is tight, no air at all, it began " + when);
      }
    }
    breathless.add(last);
    SmallContent small = new SmallContent();
    RedFlag.Pattern numb = SmallContent.pattern(RedFlag.Within.SENTENCE, "saddle-numb");
    small.flag("dull", Urgency.EMERGENCY_NOW, dull, numb);
    small.flag("breathless", Urgency.SAME_DAY, breathless, numb);
    return small.content();
  }

  private Path file() {
    return folder.resolve("data/likeness.bin");
  }

  private Likeness open(Content content) {
    return new LikenessFile(file(), content).get(() -> learnt(content));
  }

  private static Likeness learnt(Content content) {
    Analysis analysis = Analysis.of(content.language());
    return Net.learn(
        content,
        text -> new Reading(words(analysis, text), List.of()),
        (flag, reading) -> flag.urgency());
  }

  private static List<Word> words(Analysis analysis, String text) {
    return analysis.analyse(text).tokens().stream()
        .map(token -> new Word(token.word(), token.stem(), -1, token.sentence(), token.clause()))
        .toList();
  }

  private static void same(Likeness one, Likeness other) {
    assertThat(one.weights()).isNotEmpty();
    assertThat(Arrays.equals(one.weights(), other.weights())).isTrue();
    assertThat(one.bias()).isEqualTo(other.bias());
    assertThat(Arrays.equals(one.places(), other.places())).isTrue();
    assertThat(Arrays.equals(one.votes(), other.votes())).isTrue();
  }

  private void learnsNothing(Content content, Likeness as) {
    Likeness read =
        new LikenessFile(file(), content)
            .get(
                () -> {
                  throw new AssertionError("learnt again");
                });
    same(read, as);
  }

  @Test
  void whatWasLearntIsReadAtTheNextStart() {
    Content content = content("no air");
    learnsNothing(content, open(content));
  }

  @Test
  void otherContentIsLearntAnewAndKept() {
    open(content("no air"));
    Content other = content("no air, and my lips are blue");
    Likeness likeness = open(other);
    same(likeness, learnt(other));
    learnsNothing(other, likeness);
  }

  @Test
  void aBrokenFileIsLearntAnewAndMended() throws IOException {
    Content content = content("no air");
    Likeness likeness = open(content);
    Files.write(file(), new byte[] {1});
    same(open(content), likeness);
    learnsNothing(content, likeness);
  }

  @Test
  void whereNothingCanBeWrittenItIsLearntAllTheSame() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");
    Content content = content("no air");
    same(open(content), learnt(content));
  }

  @Test
  void anotherWayToLearnHasAnotherNumber() throws IOException {
    Content content = content("no air");
    Triage.of(content, Analysis.of(content.language()), Optional.of(file()));
    byte[] bytes = Files.readAllBytes(file());
    CRC32C sum = new CRC32C();
    sum.update(bytes, KEY, bytes.length - KEY);
    assertThat(List.of(LikenessFile.LEARNER, Long.toHexString(sum.getValue())))
        .as("the same texts teach something else: raise LEARNER, and put both numbers here")
        .isEqualTo(List.of(1, "1a3bde4a"));
  }
}
