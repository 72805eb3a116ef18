package backchat.knowledge;

import static backchat.knowledge.ServedFolder.SOFT;
import static backchat.knowledge.ServedFolder.replaced;
import static backchat.knowledge.ServedFolder.text;
import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes to the content folder, whole or not at all. */
final class InstallTest {
  @TempDir private Path temp;
  private ServedFolder served;
  private TestFolder folder;

  @BeforeEach
  void write() {
    served = new ServedFolder(temp);
    folder = served.folder();
  }

  @Test
  void changesAreInstalledWholeOrNotAtAll() throws Exception {
    try (Knowledge knowledge = served.open()) {
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
    try (Knowledge knowledge = served.open()) {
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
    try (Knowledge knowledge = served.open()) {
      assertThat(text(knowledge.edition())).contains("slow");
      assertThat(knowledge.edition().passage("kind/warm")).isPresent();
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.delete(folder.resolve("full"));
    Files.delete(folder);
  }
}
