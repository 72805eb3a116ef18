package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Problem;
import backchat.knowledge.keeping.KeptEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serves after reloads, ways back, installs and restarts. */
final class ReloadTest {
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private static final String SOFT = "entries/kind/soft.md";
  private static final String HARD = "entries/kind/hard.md";

  @TempDir private Path temp;
  private TestFolder folder;

  @BeforeEach
  void write() {
    folder = TestFolder.at(temp.resolve("content"));
  }

  private Knowledge open() throws BrokenContent {
    return open(DAY);
  }

  private Knowledge open(Clock clock) throws BrokenContent {
    Options options = new Options(false, Optional.empty(), Optional.of(temp.resolve("data")));
    return Knowledge.open(folder.root(), clock, options);
  }

  /** Another text for an entry, and what serves says which. */
  private void edit(String file, String word) {
    folder.write(
        file, folder.read(file).replaceFirst("It is a \\w+ rub", "It is a " + word + " rub"));
  }

  private static String text(Edition edition) {
    return edition.passage("kind/soft").orElseThrow().shortAnswer();
  }

  private static Reload.Replaced replaced(Reload reload) {
    assertThat(reload).isInstanceOf(Reload.Replaced.class);
    return (Reload.Replaced) reload;
  }

  private static String firstProblem(Reload reload) {
    assertThat(reload).isInstanceOf(Reload.Kept.class);
    return ((Reload.Kept) reload).problems().getFirst().toString();
  }

  @Test
  void aReloadSaysWhatChanged() throws Exception {
    try (Knowledge knowledge = open()) {
      Edition before = knowledge.edition();
      edit(SOFT, "slow");
      Files.delete(folder.root().resolve(HARD));
      folder.change(SOFT, "kind/hard", "kind/warm");
      String warm = folder.read(SOFT).replace("kind/warm", "kind/soft");
      folder.write("entries/kind/warm.md", warm.replace("soft massage", "warm massage"));
      folder.change("tables/kinds.csv", "firm", "very firm");
      folder.change("sources.yaml", "A good house", "A better house");
      folder.change("phrases.yaml", "Reply help", "Help");
      Reload.Replaced reload = replaced(knowledge.reload());
      assertThat(reload.before().edition()).isEqualTo(1);
      assertThat(reload.after().edition()).isEqualTo(2);
      assertThat(reload.after().hash()).isNotEqualTo(reload.before().hash());
      Difference.Names passages = reload.difference().passages();
      assertThat(passages.added()).containsExactly("kind/warm");
      assertThat(passages.removed()).containsExactly("kind/hard");
      assertThat(passages.changed()).containsExactly("kind/soft", "kinds#hard", "table/kinds");
      assertThat(reload.difference().tables().changed()).containsExactly("kinds");
      assertThat(reload.difference().sources().changed()).containsExactly("good-book");
      assertThat(reload.difference().redFlags().isEmpty()).isTrue();
      assertThat(reload.difference().others()).containsExactly("phrases");
      assertThat(text(knowledge.edition())).contains("slow");
      assertThat(text(before)).as("a question in flight").contains("calm");
    }
  }

  @Test
  void nothingChangedIsTheSameEdition() throws Exception {
    try (Knowledge knowledge = open()) {
      Reload.Replaced reload = replaced(knowledge.reload());
      assertThat(reload.after()).isEqualTo(reload.before());
      assertThat(reload.difference().isEmpty()).isTrue();
    }
  }

  @Test
  void errorsKeepTheOldEdition() throws Exception {
    try (Knowledge knowledge = open()) {
      folder.change(SOFT, "grade: expert", "grade: excellent");
      assertThat(firstProblem(knowledge.reload())).startsWith(SOFT + ":5: ");
      assertThat(knowledge.edition().number()).isEqualTo(1);
      assertThat(knowledge.status().files()).isEqualTo(Status.Files.OTHER);
      assertThat(knowledge.check().count(Problem.Severity.ERROR)).isEqualTo(1);
      folder.change(SOFT, "grade: excellent", "grade: expert");
      assertThat(knowledge.status().files()).isEqualTo(Status.Files.SAME);
      Files.move(folder.root(), temp.resolve("away"));
      assertThat(knowledge.status().files()).isEqualTo(Status.Files.GONE);
      assertThat(firstProblem(knowledge.reload())).contains("no such folder");
      assertThat(knowledge.edition().number()).isEqualTo(1);
    }
  }

  @Test
  void theSecondHearsThatOneIsRunning() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Clock slow = new SlowClock(begun, go);
    try (Knowledge knowledge = open(slow)) {
      CompletableFuture<Reload> first =
          CompletableFuture.supplyAsync(knowledge::reload, run -> new Thread(run).start());
      begun.await();
      assertThat(knowledge.reload()).isInstanceOf(Reload.AlreadyRunning.class);
      assertThat(knowledge.rollback(1)).isInstanceOf(Reload.AlreadyRunning.class);
      go.countDown();
      replaced(first.get());
      replaced(knowledge.reload());
    }
  }

  /** Stops whoever asks it on a thread of the knowledge's own. */
  private static final class SlowClock extends Clock {
    private final CountDownLatch begun;
    private final CountDownLatch go;

    private SlowClock(CountDownLatch begun, CountDownLatch go) {
      this.begun = begun;
      this.go = go;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().equals("knowledge")) {
        begun.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return DAY.instant();
    }
  }

  @Test
  void oneCanGoBackAlsoAfterARestart() throws Exception {
    try (Knowledge knowledge = open()) {
      edit(SOFT, "slow");
      replaced(knowledge.reload());
    }
    try (Knowledge knowledge = open()) {
      assertThat(knowledge.edition().number()).as("numbers go on").isEqualTo(2);
      edit(SOFT, "warm");
      assertThat(replaced(knowledge.reload()).after().edition()).isEqualTo(3);
      Reload.Replaced back = replaced(knowledge.rollback(1));
      assertThat(back.after().edition()).isEqualTo(1);
      assertThat(back.difference().passages().changed()).containsExactly("kind/soft");
      assertThat(text(knowledge.edition())).contains("calm");
      assertThat(knowledge.status().rolledBack()).isTrue();
      assertThat(knowledge.status().files()).isEqualTo(Status.Files.OTHER);
    }
    try (Knowledge knowledge = open()) {
      assertThat(text(knowledge.edition())).as("still what a moderator chose").contains("calm");
      assertThat(knowledge.status().rolledBack()).isTrue();
      edit(SOFT, "new");
      assertThat(replaced(knowledge.reload()).after().edition()).isEqualTo(4);
      assertThat(knowledge.status().rolledBack()).isFalse();
    }
  }

  @Test
  void theLastFiveAreKept() throws Exception {
    try (Knowledge knowledge = open()) {
      for (String word : List.of("a", "b", "c", "d", "e", "f")) {
        edit(SOFT, word);
        replaced(knowledge.reload());
      }
      assertThat(knowledge.history().stream().map(KeptEdition::number))
          .containsExactly(7, 6, 5, 4, 3);
      assertThat(firstProblem(knowledge.rollback(2))).contains("write one of 7, 6, 5, 4, 3");
      replaced(knowledge.rollback(3));
      edit(SOFT, "g");
      replaced(knowledge.reload());
      assertThat(knowledge.history().getFirst().number()).isEqualTo(8);
    }
  }

  @Test
  void aFolderThatWasBrokenMeanwhileDoesNotStopTheStart() throws Exception {
    open().close();
    folder.change(SOFT, "grade: expert", "grade: excellent");
    try (Knowledge knowledge = open()) {
      assertThat(knowledge.edition().number()).isEqualTo(1);
      assertThat(knowledge.status().trouble().orElseThrow()).contains("has errors");
    }
  }

  @Test
  void oneProcessAtATimeKeepsEditions() throws Exception {
    try (Knowledge first = open();
        Knowledge second = open()) {
      assertThat(first.status().trouble()).isEmpty();
      assertThat(second.status().trouble().orElseThrow()).contains("another Backchat");
      edit(SOFT, "slow");
      replaced(second.reload());
      assertThat(first.history()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeKeptIsNotServed() throws Exception {
    try (Knowledge knowledge = open()) {
      Path inTheWay = temp.resolve("data/editions/.2.zip.part");
      Files.createDirectories(inTheWay.resolve("full"));
      edit(SOFT, "slow");
      assertThat(firstProblem(knowledge.reload())).contains("make room and reload");
      assertThat(text(knowledge.edition())).contains("calm");
      Files.delete(inTheWay.resolve("full"));
      Files.delete(inTheWay);
      replaced(knowledge.reload());
    }
  }

  @Test
  void aDamagedEditionIsNotServed() throws Exception {
    try (Knowledge knowledge = open()) {
      edit(SOFT, "slow");
      replaced(knowledge.reload());
      Files.copy(temp.resolve("data/editions/2.zip"), temp.resolve("data/editions/copy"));
      byte[] bytes = Files.readAllBytes(temp.resolve("data/editions/1.zip"));
      bytes[60] ^= 1;
      Files.write(temp.resolve("data/editions/1.zip"), bytes);
      assertThat(knowledge.rollback(1)).isInstanceOf(Reload.Kept.class);
      assertThat(knowledge.edition().number()).isEqualTo(2);
    }
  }

  @Test
  void changesAreInstalledWholeOrNotAtAll() throws Exception {
    try (Knowledge knowledge = open()) {
      byte[] good = folder.read(SOFT).replace("calm", "slow").getBytes();
      byte[] bad = folder.read(SOFT).replace("expert", "excellent").getBytes();
      assertThat(knowledge.install(Map.of(SOFT, Optional.of(bad)))).isInstanceOf(Reload.Kept.class);
      assertThat(folder.read(SOFT)).contains("expert");
      assertThat(knowledge.check(Map.of(SOFT, Optional.of(good))).count(Problem.Severity.ERROR))
          .isZero();
      replaced(knowledge.install(Map.of(SOFT, Optional.of(good))));
      assertThat(folder.read(SOFT)).contains("slow");
      assertThat(text(knowledge.edition())).contains("slow");
      try (var backups = Files.list(temp.resolve("data/backups"))) {
        assertThat(backups).hasSize(1);
      }
    }
  }

  @Test
  void whatWasCutShortIsFinishedAtTheNextStart() throws Exception {
    try (Knowledge knowledge = open()) {
      Path inTheWay = folder.root().resolve("entries/kind/." + "warm.md" + ".part");
      Files.createDirectories(inTheWay.resolve("full"));
      String warm = folder.read(SOFT).replace("soft", "warm");
      Map<String, Optional<byte[]>> changes =
          Map.of(
              "entries/kind/warm.md",
              Optional.of(warm.getBytes()),
              SOFT,
              Optional.of(folder.read(SOFT).replace("calm", "slow").getBytes()));
      assertThat(knowledge.install(changes)).isInstanceOf(Reload.Kept.class);
      assertThat(knowledge.edition().number()).isEqualTo(1);
      delete(inTheWay);
    }
    try (Knowledge knowledge = open()) {
      assertThat(text(knowledge.edition())).contains("slow");
      assertThat(knowledge.edition().passage("kind/warm")).isPresent();
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.delete(folder.resolve("full"));
    Files.delete(folder);
  }
}
