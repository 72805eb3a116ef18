package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where only one person has installed the bot, and it is a member of nothing. */
final class DiscordElsewhereTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  private final FakeDiscord discord = new FakeDiscord();
  private final Rig rig = Rig.up(discord, Rig.config(discord));
  private final String channel = discord.id();

  @AfterEach
  void stop() {
    rig.close();
  }

  private static String disclaimer() {
    return Samples.knowledge().edition().content().phrases().disclaimer();
  }

  @ParameterizedTest
  @EnumSource(names = "HOME", mode = EnumSource.Mode.EXCLUDE)
  void commandsMenusAndButtonsWork(FakeUser.Place place) {
    FakeUser user = discord.user(1).in(place);
    assertThat(discord.next(user.types(channel, "ask", "question", "d")).body().toString())
        .contains("choices");
    Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION));
    assertThat(answer.text()).contains(disclaimer());
    assertThat(answer.isPrivate()).isFalse();
    Sent thanks = discord.next(user.presses(channel, answer, "This helped"));
    assertThat(thanks.isPrivate()).isTrue();
    Sent topics = discord.next(user.slash(channel, "topics"));
    Sent listed = discord.next(user.presses(channel, topics, "Massage in general"));
    assertThat(listed.labels()).isNotEmpty();
    Sent refused = discord.next(user.slash(channel, "kb"));
    assertThat(refused.text()).contains("only the moderators");
  }

  /** Where the bot may not post by itself, the answer is shown as a follow-up. */
  @Test
  void anAnswerCanBeShownToAChannelThatTheBotCannotWriteTo() {
    FakeUser user = discord.user(1).in(FakeUser.Place.STRANGE_SERVER);
    ObjectNode target =
        Wire.message(discord.id(), channel, Wire.STRANGE_GUILD, Wire.user("123"), QUESTION);
    Sent answer = discord.next(user.asksAbout(channel, target));
    assertThat(answer.isPrivate()).isTrue();
    String pressed = user.presses(channel, answer, "Show to the channel");
    assertThat(discord.next(pressed).type()).isEqualTo(7);
    Sent open = discord.next(pressed);
    assertThat(open.kind()).isEqualTo("follow-up");
    assertThat(open.isPrivate()).isFalse();
    assertThat(open.text()).contains(disclaimer());
  }
}
