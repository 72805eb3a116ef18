package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.DiscordConfig;
import backchat.bot.conversation.Moderated;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shared questions dealt with by buttons on Discord, and the moderators' channel told of it. */
final class DiscordGapsTest {
  private static final String KNIT = "can I knit with a bad back";

  @TempDir private Path temp;
  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final String notes = discord.channel(discord.id(), 0);
  private final FakeUser ann = discord.user(7);
  private final FakeUser bob = discord.user(8);
  private Moderated moderated;
  private Rig rig;

  @BeforeEach
  void start() {
    DiscordConfig config =
        Rig.moderated(discord, Optional.of(Wire.GUILD), Set.of(), Set.of(ann.id()), Set.of());
    moderated = Moderated.in(temp);
    rig = Rig.up(discord, config, moderated.commands(), moderated.knowledge());
    moderated.moderation().tell(note -> rig.platform().tell(notes, note));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
    moderated.close();
  }

  /** The answer, also when it was announced first. */
  private Sent last(String where) {
    Sent sent = discord.next(where);
    return sent.type() == 5 || sent.type() == 6 ? discord.next(where) : sent;
  }

  private Sent press(FakeUser user, Sent on, String begins) {
    String label = on.labels().stream().filter(l -> l.startsWith(begins)).findFirst().orElseThrow();
    return last(user.presses(channel, on, label));
  }

  @Test
  void onePressMakesItAPhrasingAnotherDismissesItAndTheChannelHears() throws Exception {
    moderated.share(KNIT);
    moderated.share("is knitting ok with my bad back?");
    moderated.share("what is the capital of France");
    Sent list = last(ann.moderates(List.of(), channel, "gaps"));
    assertThat(list.text()).contains("3, in 2 groups");
    Sent group = press(ann, list, "2 x " + KNIT);
    assertThat(group.text()).contains("can become another phrasing");
    assertThat(press(bob, group, "Add to: ").text()).contains("only the mod");
    assertThat(moderated.having(KNIT)).isZero();
    assertThat(press(ann, group, "Add to: ").text()).contains("serves now");
    assertThat(moderated.having(KNIT)).isEqualTo(1);
    assertThat(discord.next(notes).text())
        .contains("/kb gaps add to ")
        .contains("on discord by " + ann.id())
        .contains("1 served before, 2 serves now")
        .doesNotContain("knit");
    Sent other = press(ann, list, "1 x what is the capital");
    assertThat(press(ann, other, "Dismiss").text()).contains("Dismissed: 1 deleted");
    assertThat(discord.next(notes).text()).contains("/kb gaps dismiss");
    assertThat(moderated.store().gaps().all()).isEmpty();
  }
}
