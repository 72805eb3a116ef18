package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Moderated;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shared questions dealt with by buttons on Telegram, and the moderators' chat told of it. */
final class TelegramGapsTest {
  private static final String KNIT = "can I knit with a bad back";

  @TempDir private Path temp;
  private final TelegramRig rig = new TelegramRig();
  private final TelegramUsers users = rig.users();
  private Moderated moderated;

  @BeforeEach
  void start() {
    TelegramConfig config = rig.moderated(Set.of(users.id("ann")), Set.of());
    moderated = Moderated.in(temp);
    rig.start(temp.resolve("ledger"), config, moderated.commands());
    String chat = String.valueOf(TelegramUsers.GROUP);
    moderated.moderation().tell(note -> rig.adapter().tell(chat, note));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
    moderated.close();
  }

  /** The last thing shown in a chat that holds some words. */
  private Sent shown(long chat, String words) {
    return rig
        .server()
        .await(
            words,
            sent -> sent.stream().anyMatch(s -> s.chat() == chat && s.text().contains(words)))
        .stream()
        .filter(sent -> sent.chat() == chat && sent.text().contains(words))
        .toList()
        .getLast();
  }

  private void press(Sent on, String label) {
    users.presses("ann", on, on.data(label));
  }

  @Test
  void onePressMakesItAPhrasingAnotherDismissesItAndTheChatHears() throws Exception {
    long ann = users.id("ann");
    moderated.share(KNIT);
    moderated.share("is knitting ok with my bad back?");
    moderated.share("what is the capital of France");
    users.says("ann", "/kb gaps");
    Sent list = shown(ann, "3, in 2 groups");
    press(list, "2 x " + KNIT);
    Sent group = shown(ann, "can become another phrasing");
    users.presses("bob", group, group.data("Add to: "));
    rig.server()
        .await("a refusal", sent -> sent.stream().anyMatch(s -> s.text().contains("only the mod")));
    assertThat(moderated.having(KNIT)).isZero();
    press(group, "Add to: ");
    shown(ann, "serves now");
    assertThat(moderated.having(KNIT)).isEqualTo(1);
    String note = shown(TelegramUsers.GROUP, "/kb gaps add to ").text();
    assertThat(note).contains("on telegram by " + ann).contains("1 served before, 2 serves now");
    assertThat(note).doesNotContain("knit");
    press(list, "1 x what is the capital");
    press(shown(ann, "Asked 1 times"), "Dismiss");
    shown(ann, "Dismissed: 1 deleted");
    shown(TelegramUsers.GROUP, "/kb gaps dismiss");
    assertThat(moderated.store().gaps().all()).isEmpty();
  }
}
