package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A restart in the way that loses nothing: the new copy is up before the old one goes. */
final class DiscordRestartTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final FakeUser user = discord.user(1);

  @Test
  void twoCopiesAtOnceGiveOneAnswerToEachQuestion() {
    Rig old = Rig.up(discord, Rig.config(discord));
    Rig young = Rig.up(discord, Rig.config(discord));
    assertThat(discord.gateway().connected()).isEqualTo(2);
    for (int i = 0; i < 5; i++) {
      user.mentions(channel, QUESTION);
      user.tells(QUESTION);
      discord.next(channel);
      discord.next(user.direct());
      discord.next(user.slash(channel, "ask", "question", QUESTION));
    }
    bothAreDone(old, young);
    assertThat(discord.unseen()).isZero();
    old.stop();
    user.mentions(channel, QUESTION);
    discord.next(channel);
    young.settled();
    assertThat(discord.takeViolations())
        .as("an interaction that is answered already is refused to the slower copy")
        .containsOnly("second callback to one interaction");
    young.close();
  }

  private void bothAreDone(Rig old, Rig young) {
    discord.until(
        "both to be done",
        () ->
            discord.rest().count("POST /channels/.*/messages") == 20
                && discord.rest().count("POST /interactions/.*") == 10
                && old.platform().inHand() + young.platform().inHand() == 0);
  }
}
