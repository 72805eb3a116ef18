package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.knowledge.content.Phrases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do on Discord and what they get for it. */
final class DiscordPlatformTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final FakeUser user = discord.user(1);
  private final FakeUser other = discord.user(2);
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

  private static String phrase(Phrases.Reply reply) {
    return Samples.knowledge().edition().content().phrases().reply(reply).lines().findFirst().get();
  }

  private static String disclaimer() {
    return Samples.knowledge().edition().content().phrases().disclaimer();
  }

  @Test
  void aQuestionByCommandIsAnsweredForAllToSee() {
    Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION));
    assertThat(answer.type()).isEqualTo(4);
    assertThat(answer.isPrivate()).isFalse();
    JsonNode embed = answer.message().path("embeds").path(0);
    assertThat(embed.path("title").asText()).isNotBlank();
    assertThat(embed.path("footer").path("text").asText())
        .contains(disclaimer())
        .endsWith("Edition 1.");
    assertThat(answer.text()).contains("Evidence").contains("Sources");
    assertThat(answer.labels()).contains("This helped", "Not what I asked");
  }

  @Test
  void aQuestionMayBeAskedInPrivate() {
    Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION, "private", "true"));
    assertThat(answer.isPrivate()).isTrue();
    assertThat(discord.next(user.slash(channel, "about")).isPrivate()).isTrue();
    assertThat(discord.next(user.slash(user.direct(), "about")).isPrivate()).isFalse();
  }

  @Test
  void everyCommandIsAnswered() {
    for (String name : List.of("topics", "sources", "about", "privacy", "help")) {
      assertThat(discord.next(user.slash(channel, name)).text()).as(name).hasSizeGreaterThan(40);
    }
    Sent compared =
        discord.next(user.slash(channel, "compare", "a", "Swedish", "b", "Deep tissue"));
    assertThat(compared.text()).contains("Swedish").contains("Deep tissue").contains(disclaimer());
  }

  @Test
  void questionsAreCompletedFromTheFirstLetterOnWithinAHundredMilliseconds() {
    List<Long> times = new ArrayList<>();
    for (String typed : List.of("", "d", "do", "does m", "sciatica", "my back hurts when i sit")) {
      Sent choices = discord.next(user.types(channel, "ask", "question", typed));
      assertThat(choices.body().path("data").path("choices")).as(typed).isNotEmpty();
      for (JsonNode choice : choices.body().path("data").path("choices")) {
        assertThat(Samples.knowledge().edition().content().passages())
            .anyMatch(passage -> passage.question().equals(choice.path("value").asText()));
      }
      times.add(choices.after() / 1_000_000);
    }
    assertThat(times.stream().sorted().toList().get(times.size() / 2)).isLessThan(100);
  }

  @Test
  void namesToCompareAreCompleted() {
    Sent first = discord.next(user.types(channel, "compare", "a", "swe"));
    assertThat(first.body().toString()).contains("Swedish");
    Sent second = discord.next(user.types(channel, "compare", "a", "Swedish", "b", ""));
    assertThat(second.body().path("data").path("choices")).isNotEmpty();
    Sent topic = discord.next(user.types(channel, "topics", "topic", "s"));
    assertThat(topic.body().path("data").path("choices")).isNotEmpty();
  }

  @Test
  void topicsAreAMenuThatLeadsToAnswers() {
    Sent topics = discord.next(user.slash(channel, "topics"));
    assertThat(
            topics
                .message()
                .path("components")
                .path(0)
                .path("components")
                .path(0)
                .path("type")
                .asInt())
        .isEqualTo(3);
    Sent listed = discord.next(user.presses(channel, topics, "Massage in general"));
    Sent answer = discord.next(user.presses(channel, listed, listed.labels().getFirst()));
    assertThat(answer.text()).contains(disclaimer());
  }

  @Test
  void aMentionIsAnsweredAsAReplyWithoutAPing() {
    ObjectNode asked = user.mentions(channel, QUESTION);
    Sent answer = discord.next(channel);
    assertThat(answer.body().path("message_reference").path("message_id").asText())
        .isEqualTo(asked.get("id").asText());
    assertThat(answer.body().path("allowed_mentions").path("replied_user").asBoolean()).isFalse();
    user.replies(channel, answer.id(), "how often?");
    assertThat(discord.next(channel).text()).contains(disclaimer());
    user.says(channel);
    rig.settled();
    assertThat(discord.unseen()).isZero();
  }

  @Test
  void aDirectMessageIsAQuestion() {
    user.tells(QUESTION);
    Sent answer = discord.next(user.direct());
    assertThat(answer.text()).contains(disclaimer());
    assertThat(answer.body().has("message_reference")).isFalse();
    user.tells("/privacy");
    assertThat(discord.next(user.direct()).text()).contains(phrase(Phrases.Reply.PRIVACY));
  }

  @Test
  void theSameMessageTwiceIsAnsweredOnce() {
    ObjectNode asked = user.mentioning(channel, QUESTION);
    discord.said(channel, Wire.GUILD, asked);
    discord.gateway().event("MESSAGE_CREATE", Wire.GUILD, asked);
    discord.next(channel);
    rig.settled();
    assertThat(discord.unseen()).isZero();
  }

  @Test
  void anAnswerToSomebodysMessageIsPrivateUntilItIsShown() {
    ObjectNode target =
        Wire.message(discord.id(), channel, Wire.GUILD, Wire.user(other.id()), QUESTION);
    discord.keep(channel, target);
    Sent answer = discord.next(user.asksAbout(channel, target));
    assertThat(answer.isPrivate()).isTrue();
    String pressed = user.presses(channel, answer, "Show to the channel");
    Sent without = discord.next(pressed);
    assertThat(without.type()).isEqualTo(7);
    assertThat(without.labels()).doesNotContain("Show to the channel");
    Sent open = discord.next(channel);
    assertThat(open.body().path("message_reference").path("message_id").asText())
        .isEqualTo(target.get("id").asText());
    assertThat(open.text()).contains(disclaimer());
    assertThat(open.labels()).doesNotContain("Show to the channel");
  }

  @Test
  void aComparisonCanBeShownToo() {
    ObjectNode target =
        Wire.message(
            discord.id(), channel, Wire.GUILD, Wire.user(other.id()), "swedish or deep tissue?");
    discord.keep(channel, target);
    Sent compared = discord.next(user.asksAbout(channel, target));
    discord.next(user.presses(channel, compared, "Show to the channel"));
    Sent open = discord.next(channel);
    assertThat(open.text()).contains("Swedish").contains("Deep").contains(disclaimer());
    assertThat(open.message().path("embeds")).isEqualTo(compared.message().path("embeds"));
  }

  @Test
  void aPostInAHelpForumIsAnsweredOnceOrNotAtAll() {
    String post = user.posts(forum, QUESTION);
    assertThat(discord.next(post).text()).contains(disclaimer());
    user.posts(forum, "zxqv brrt kkkt");
    user.posts(channel, QUESTION);
    rig.settled();
    assertThat(discord.unseen()).isZero();
  }

  @Test
  void aRatingCountsOnceAndThanks() {
    Sent answer = discord.next(user.slash(channel, "ask", "question", QUESTION));
    String message = discord.id();
    Sent.Pressable helped = answer.pressable("This helped");
    Sent thanks = discord.next(user.press(channel, message, false, helped.customId(), ""));
    assertThat(thanks.text()).contains(phrase(Phrases.Reply.HELPED));
    assertThat(thanks.isPrivate()).isTrue();
    Sent again = discord.next(user.press(channel, message, false, helped.customId(), ""));
    assertThat(again.type()).isEqualTo(6);
  }

  @Test
  void buttonsWorkAfterARestartAndOnesThatHaveGoneSaySo() {
    Sent topics = discord.next(user.slash(channel, "topics"));
    rig.stop();
    rig = Rig.up(discord, Rig.home(discord, forum));
    assertThat(discord.next(user.presses(channel, topics, "Massage in general")).labels())
        .isNotEmpty();
    for (String id :
        List.of(
            "a0.p_basics_gone.",
            "s0.p_basics_gone.123",
            "s0.c0_gone.123",
            "s0.d_0-0.123",
            "a0.zzz.",
            "old-button")) {
      Sent gone = discord.next(user.press(channel, "", false, id, ""));
      assertThat(gone.text()).as(id).contains(phrase(Phrases.Reply.GONE));
    }
  }

  @Test
  void onlyModeratorsOfTheHomeServerMayUseTheirCommand() {
    Sent refused = discord.next(user.slashAs(List.of(), channel, "kb"));
    assertThat(refused.text()).contains(phrase(Phrases.Reply.NOT_ALLOWED));
    assertThat(refused.isPrivate()).isTrue();
    JsonNode everywhere = discord.rest().commands("");
    assertThat(everywhere.findValuesAsText("name"))
        .contains("ask", "compare", SlashList.MENU)
        .doesNotContain("kb", "start");
    JsonNode home = discord.rest().commands(Wire.GUILD);
    assertThat(home.findValuesAsText("name")).contains("kb");
    assertThat(home.path(0).path("default_member_permissions").asText()).isEqualTo("0");
  }

  @Test
  void commandsAreUploadedOnlyWhenTheyDiffer() {
    assertThat(discord.rest().count("PUT .*commands")).isEqualTo(2);
    rig.stop();
    rig = Rig.up(discord, Rig.home(discord, forum));
    assertThat(discord.rest().count("GET .*commands")).isEqualTo(4);
    assertThat(discord.rest().count("PUT .*commands")).isEqualTo(2);
  }

  @Test
  void hostileTextDoesNoHarm() {
    user.mentions(channel, Samples.HOSTILE);
    discord.next(channel);
    user.mentions(channel, "");
    assertThat(discord.next(channel).text()).contains(phrase(Phrases.Reply.EMPTY).substring(0, 20));
    user.tells("x".repeat(4_000));
    discord.next(user.direct());
  }
}
