package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Edits;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted of moderators' acts, and who is told. */
final class ModerationTest {
  private static final Asker ANN = new Asker("telegram", "4711", true);

  @TempDir private Path temp;
  private final List<AuditEntry> noted = new ArrayList<>();
  private final BlockingQueue<Reply> told = new LinkedBlockingQueue<>();
  private Path folder;
  private Optional<String> trouble = Optional.empty();
  private Moderation moderation;

  @BeforeEach
  void open() throws Exception {
    folder = SmallKnowledge.folder(temp);
    Knowledge knowledge = Knowledge.open(folder, Samples.DAY);
    Audit audit =
        entry -> {
          noted.add(entry);
          return trouble;
        };
    moderation =
        new Moderation(knowledge, audit, Samples.DAY, new KnowledgeCommands(knowledge).all());
    moderation.tell(told::add);
  }

  private Reply orders(String argument) {
    return moderation.command().run().reply(new Request("kb", argument, ANN, "c"));
  }

  @Test
  void everyActIsNotedWithItsEditions() {
    Edits.change(folder);
    orders("reload");
    Edits.breakAll(folder);
    orders("RELOAD");
    orders("rollback 9");
    assertThat(noted)
        .containsExactly(
            new AuditEntry(Samples.DAY.instant(), "telegram", "4711", "reload", "replaced", 1, 2),
            new AuditEntry(
                Samples.DAY.instant(), "telegram", "4711", "reload", "refused, errors: 7", 2, 2),
            new AuditEntry(
                Samples.DAY.instant(),
                "telegram",
                "4711",
                "rollback 9",
                "refused, errors: 1",
                2,
                2));
    assertThat(noted.toString()).as("for logs").doesNotContain("4711");
  }

  @Test
  void aQuestionIsNeverNoted() {
    Reply.OfFile reply = (Reply.OfFile) orders("explain my planted question");
    assertThat(reply.content()).contains("Ranking:").contains("Triage:");
    assertThat(orders("show my planted passage")).isInstanceOf(Reply.OfNotice.class);
    assertThat(noted).hasSize(2);
    noted.forEach(entry -> assertThat(entry.what()).doesNotContain("planted"));
    assertThat(told).isEmpty();
  }

  @Test
  void othersAreToldWhatWasDone() throws Exception {
    Edits.change(folder);
    orders("reload");
    Reply.OfNotice note = (Reply.OfNotice) told.poll(10, TimeUnit.SECONDS);
    assertThat(note.text().toString())
        .contains(
            "/kb reload on telegram by 4711: replaced. Edition 1 served before, 2 serves now.");
  }

  @Test
  void troubleWithTheLogIsToldAndStopsNothing() {
    trouble = Optional.of("The audit log cannot be written: the disk is full.");
    Reply.OfNotice reply = (Reply.OfNotice) orders("status");
    assertThat(reply.text().toString()).contains("serves since").contains("the disk is full");
  }

  @Test
  void anUnknownOrderListsWhatThereIs() {
    assertThat(orders("").toString()).contains("/kb reload - ").doesNotContain("There is no");
    assertThat(orders("relaod").toString()).contains("There is no /kb relaod");
    assertThat(noted).isEmpty();
  }
}
