package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Edits;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.Knowledge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that is watched. */
final class FolderWatchTest {
  @TempDir private Path temp;
  private final BlockingQueue<AuditEntry> noted = new LinkedBlockingQueue<>();

  private AuditEntry next() throws InterruptedException {
    AuditEntry entry = noted.poll(20, TimeUnit.SECONDS);
    assertThat(entry).isNotNull();
    return entry;
  }

  @Test
  void changesAreServedAndAFolderThatGoesChangesNothing() throws Exception {
    Path folder = SmallKnowledge.folder(temp);
    Knowledge knowledge = Knowledge.open(folder, Samples.DAY);
    Audit audit =
        entry -> {
          noted.add(entry);
          return Optional.empty();
        };
    Moderation moderation = new Moderation(knowledge, audit, Samples.DAY, List.of());
    try (FolderWatch watch = new FolderWatch(knowledge, moderation, Duration.ofMillis(50))) {
      assertThat(watch).isNotNull();
      Edits.change(folder);
      assertThat(next().result()).isEqualTo("replaced");
      assertThat(knowledge.edition().number()).isEqualTo(2);
      Path away = temp.resolve("away");
      Files.move(folder, away);
      Files.move(away, folder);
      Edits.breakAll(folder);
      assertThat(next().result()).isEqualTo("refused, errors: 7");
      assertThat(knowledge.edition().number()).isEqualTo(2);
      assertThat(noted).isEmpty();
    }
  }
}
