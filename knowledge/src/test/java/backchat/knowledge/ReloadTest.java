package backchat.knowledge;

import static backchat.knowledge.ServedFolder.DAY;
import static backchat.knowledge.ServedFolder.HARD;
import static backchat.knowledge.ServedFolder.SOFT;
import static backchat.knowledge.ServedFolder.firstProblem;
import static backchat.knowledge.ServedFolder.replaced;
import static backchat.knowledge.ServedFolder.text;
import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What serves after reloads. */
final class ReloadTest {
  @TempDir private Path temp;
  private ServedFolder served;
  private TestFolder folder;

  @BeforeEach
  void write() {
    served = new ServedFolder(temp);
    folder = served.folder();
  }

  @Test
  void aReloadSaysWhatChanged() throws Exception {
    try (Knowledge knowledge = served.open()) {
      Edition before = knowledge.edition();
      served.edit(SOFT, "slow");
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
    try (Knowledge knowledge = served.open()) {
      Reload.Replaced reload = replaced(knowledge.reload());
      assertThat(reload.after()).isEqualTo(reload.before());
      assertThat(reload.difference().isEmpty()).isTrue();
    }
  }

  @Test
  void errorsKeepTheOldEdition() throws Exception {
    try (Knowledge knowledge = served.open()) {
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
    try (Knowledge knowledge = served.open(slow)) {
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
  void oneProcessAtATimeKeepsEditions() throws Exception {
    try (Knowledge first = served.open();
        Knowledge second = served.open()) {
      assertThat(first.status().trouble()).isEmpty();
      assertThat(second.status().trouble().orElseThrow()).contains("another Backchat");
      served.edit(SOFT, "slow");
      replaced(second.reload());
      assertThat(first.history()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeKeptIsNotServed() throws Exception {
    try (Knowledge knowledge = served.open()) {
      Path inTheWay = temp.resolve("data/editions/.2.zip.part");
      Files.createDirectories(inTheWay.resolve("full"));
      served.edit(SOFT, "slow");
      assertThat(firstProblem(knowledge.reload())).contains("make room and reload");
      assertThat(text(knowledge.edition())).contains("calm");
      Files.delete(inTheWay.resolve("full"));
      Files.delete(inTheWay);
      replaced(knowledge.reload());
    }
  }
}
