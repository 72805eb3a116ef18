package backchat.knowledge;

import static backchat.knowledge.ServedFolder.SOFT;
import static backchat.knowledge.ServedFolder.firstProblem;
import static backchat.knowledge.ServedFolder.replaced;
import static backchat.knowledge.ServedFolder.text;
import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.keeping.KeptEdition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back to editions that served before, also after a restart. */
final class KeptEditionsTest {
  @TempDir private Path temp;
  private ServedFolder served;
  private TestFolder folder;

  @BeforeEach
  void write() {
    served = new ServedFolder(temp);
    folder = served.folder();
  }

  @Test
  void oneCanGoBackAlsoAfterARestart() throws Exception {
    try (Knowledge knowledge = served.open()) {
      served.edit(SOFT, "slow");
      replaced(knowledge.reload());
    }
    try (Knowledge knowledge = served.open()) {
      assertThat(knowledge.edition().number()).as("numbers go on").isEqualTo(2);
      served.edit(SOFT, "warm");
      assertThat(replaced(knowledge.reload()).after().edition()).isEqualTo(3);
      Reload.Replaced back = replaced(knowledge.rollback(1));
      assertThat(back.after().edition()).isEqualTo(1);
      assertThat(back.difference().passages().changed()).containsExactly("kind/soft");
      assertThat(text(knowledge.edition())).contains("calm");
      assertThat(knowledge.status().rolledBack()).isTrue();
      assertThat(knowledge.status().files()).isEqualTo(Status.Files.OTHER);
    }
    try (Knowledge knowledge = served.open()) {
      assertThat(text(knowledge.edition())).as("still what a moderator chose").contains("calm");
      assertThat(knowledge.status().rolledBack()).isTrue();
      served.edit(SOFT, "new");
      assertThat(replaced(knowledge.reload()).after().edition()).isEqualTo(4);
      assertThat(knowledge.status().rolledBack()).isFalse();
    }
  }

  @Test
  void theLastFiveAreKept() throws Exception {
    try (Knowledge knowledge = served.open()) {
      for (String word : List.of("a", "b", "c", "d", "e", "f")) {
        served.edit(SOFT, word);
        replaced(knowledge.reload());
      }
      assertThat(knowledge.history().stream().map(KeptEdition::number))
          .containsExactly(7, 6, 5, 4, 3);
      assertThat(firstProblem(knowledge.rollback(2))).contains("write one of 7, 6, 5, 4, 3");
      replaced(knowledge.rollback(3));
      served.edit(SOFT, "g");
      replaced(knowledge.reload());
      assertThat(knowledge.history().getFirst().number()).isEqualTo(8);
    }
  }

  @Test
  void aFolderThatWasBrokenMeanwhileDoesNotStopTheStart() throws Exception {
    served.open().close();
    folder.change(SOFT, "grade: expert", "grade: excellent");
    try (Knowledge knowledge = served.open()) {
      assertThat(knowledge.edition().number()).isEqualTo(1);
      assertThat(knowledge.status().trouble().orElseThrow()).contains("has errors");
    }
  }

  @Test
  void aDamagedEditionIsNotServed() throws Exception {
    try (Knowledge knowledge = served.open()) {
      served.edit(SOFT, "slow");
      replaced(knowledge.reload());
      Files.copy(temp.resolve("data/editions/2.zip"), temp.resolve("data/editions/copy"));
      byte[] bytes = Files.readAllBytes(temp.resolve("data/editions/1.zip"));
      bytes[60] ^= 1;
      Files.write(temp.resolve("data/editions/1.zip"), bytes);
      assertThat(knowledge.rollback(1)).isInstanceOf(Reload.Kept.class);
      assertThat(knowledge.edition().number()).isEqualTo(2);
    }
  }
}
