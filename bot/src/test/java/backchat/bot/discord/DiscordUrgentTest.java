package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.knowledge.content.Urgency;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sign of danger brings its card first, whichever way it comes in. */
final class DiscordUrgentTest {
  private static final String DANGER =
      "my back hurts and since this morning i cannot control my bladder and my saddle area is numb";

  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final FakeUser user = discord.user(1);
  private String forum;
  private Rig rig;

  @BeforeEach
  void start() {
    forum = discord.channel(discord.id(), 15);
    rig = Rig.up(discord, Rig.home(discord, forum));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private static void isCard(Sent sent) {
    String opening =
        Samples.knowledge().edition().content().phrases().urgencies().get(Urgency.EMERGENCY_NOW);
    assertThat(sent.seen().getFirst()).isEqualTo(opening);
    assertThat(sent.text()).contains("112");
  }

  @Test
  void onEveryWayIn() {
    isCard(discord.next(user.slash(channel, "ask", "question", DANGER)));
    isCard(discord.next(user.slash(user.direct(), "ask", "question", DANGER)));
    user.mentions(channel, DANGER);
    isCard(discord.next(channel));
    user.tells(DANGER);
    isCard(discord.next(user.direct()));
    isCard(discord.next(user.posts(forum, DANGER)));
  }

  @Test
  void theCardCanBeShownToTheChannelAlsoAfterARestart() {
    ObjectNode target = Wire.message(discord.id(), channel, Wire.GUILD, Wire.user("123"), DANGER);
    Sent card = discord.next(user.asksAbout(channel, target));
    isCard(card);
    rig.stop();
    rig = Rig.up(discord, Rig.home(discord, forum));
    Sent without = discord.next(user.presses(channel, card, "Show to the channel"));
    isCard(without);
    Sent open = discord.next(channel);
    isCard(open);
    assertThat(open.body().path("message_reference").path("message_id").asText())
        .isEqualTo(target.get("id").asText());
  }
}
