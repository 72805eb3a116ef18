package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buttons, inline mode, deep links, edits, pictures, and what Telegram is told at the start. */
final class TelegramInteractionsTest {
  private static final String QUESTION = "Does massage work for lower back pain?";
  private static final String OTHER = "Should I use heat or ice on a sore back?";
  private static final long MODERATOR = 7_000_000_001L;

  @TempDir private Path data;
  private final TelegramRig rig = new TelegramRig();

  @BeforeEach
  void start() {
    rig.start(
        data, rig.moderated(Set.of(MODERATOR), Set.of()), Samples.commands(Clock.systemUTC()));
    assertThat(rig.users().id("moderator")).isEqualTo(MODERATOR);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private Sent await(int count) {
    return rig.server().await(count + " in all", sent -> sent.size() >= count).get(count - 1);
  }

  @Test
  void telegramIsToldCommandsAndDescriptions() {
    rig.server()
        .await(
            "the profile", sent -> !rig.server().state().calls("setmyshortdescription").isEmpty());
    List<JsonNode> menus = rig.server().state().calls("setmycommands");
    assertThat(menus)
        .extracting(menu -> menu.path("scope").path("type").asText())
        .containsExactly("default", "all_group_chats", "chat");
    assertThat(menus.get(0).path("commands").findValuesAsText("command"))
        .containsExactly(
            "start", "help", "ask", "topics", "compare", "sources", "about", "privacy");
    assertThat(menus.get(2).path("commands").findValuesAsText("command")).contains("kb");
    assertThat(menus.get(2).path("scope").path("chat_id").asLong()).isEqualTo(MODERATOR);
    assertThat(rig.server().state().calls("setmydescription")).hasSize(1);
  }

  @Test
  void onlyModeratorsSeeWhatIsLoaded() {
    rig.users().says("moderator", "/kb status");
    assertThat(await(1).text()).contains("passages");
    rig.users().says("ann", "/kb reload");
    assertThat(await(2).text()).contains("only the moderators");
  }

  @Test
  void aTapOnAnOldMessageStillWorksOrSaysWhyNot() {
    String code = ActionCodes.of(new Choice.ShowPassage("modality/swedish"));
    long ann = rig.users().id("ann");
    rig.users().pressesOld("ann", ann, 1, code);
    assertThat(await(2).text()).contains("Swedish");
    rig.users().pressesOld("ann", ann, 1, "p_basics_no-such-passage");
    assertThat(await(3).text()).contains("has changed or been taken away");
    rig.users().pressesOld("ann", ann, 1, "what is this");
    assertThat(await(4).text()).contains("has changed or been taken away");
    assertThat(await(4).call().path("show_alert").asBoolean()).isTrue();
  }

  @Test
  void aMenuTurnsItsOwnPage() {
    rig.users().says("ann", "/topics");
    Sent menu = await(1);
    rig.users().presses("ann", menu, menu.data("Types of massage"));
    Sent turned = await(3);
    assertThat(turned.method()).isEqualTo("editmessagetext");
    assertThat(turned.message()).isEqualTo(menu.message());
    rig.users().presses("ann", turned, turned.data("All topics"));
    assertThat(await(5).labels()).isEqualTo(menu.labels());
  }

  @Test
  void twoTapsOnAPassageBringItOnce() {
    rig.users().says("ann", "/topics massage");
    Sent menu = await(1);
    String passage = menu.data(menu.labels().getFirst());
    rig.users().presses("ann", menu, passage);
    rig.users().presses("ann", menu, passage);
    rig.users().says("ann", "hello");
    List<Sent> sent = rig.server().await("two toasts and three messages", s -> s.size() == 5);
    assertThat(sent.stream().filter(one -> one.chat() != 0)).hasSize(3);
    assertThat(sent.getLast().text()).contains("welcome");
  }

  @Test
  void sourcesAreFoldedBetweenThePassageAndTheDisclaimer() {
    rig.users().says("ann", QUESTION);
    String html = await(1).call().path("text").asText();
    assertThat(html)
        .startsWith("<b>")
        .containsPattern("(?s)</b>\\n\\n.+<blockquote expandable>Evidence: .+\\nSources:\\n• ")
        .containsPattern("</blockquote>\\n\\n<i>This is general information");
  }

  @Test
  void linksWithinTheBotLeadToAPassage() {
    rig.users().says("ann", QUESTION);
    Sent answer = await(1);
    String share = answer.buttons().getLast().path("url").asText();
    assertThat(share).startsWith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fbackchat_bot");
    String payload = share.replaceAll(".*start%3D([A-Za-z0-9_-]+)&.*", "$1");
    rig.users().says("bob", "/start " + payload);
    assertThat(await(2).text()).isEqualTo(answer.text());
    rig.users().says("bob", "/start nonsense");
    assertThat(await(3).text()).contains("Hello");
  }

  @Test
  void inlineModeOffersPassagesWithTheDisclaimer() {
    rig.users().types("ann", "how long tennis ball");
    JsonNode call = await(1).call();
    assertThat(call.path("results").size()).isBetween(1, 10);
    assertThat(call.path("cache_time").asInt()).isPositive();
    for (JsonNode result : call.path("results")) {
      assertThat(result.path("description").asText()).isNotBlank();
      assertThat(result.path("input_message_content").path("message_text").asText())
          .contains("This is general information");
    }
    rig.users().types("ann", "");
    assertThat(await(2).call().path("results").size()).isLessThanOrEqualTo(10);
  }

  @Test
  void aRedFlagTypedInlineGivesItsCardAlone() {
    rig.users().types("ann", "I have back pain and I cannot control my bladder");
    JsonNode results = await(1).call().path("results");
    assertThat(results).hasSize(1);
    assertThat(results.get(0).path("id").asText()).isEqualTo("card");
    assertThat(results.get(0).path("input_message_content").path("message_text").asText())
        .contains("emergency");
  }

  @Test
  void anEditedQuestionChangesItsAnswer() {
    rig.users().says("ann", QUESTION);
    Sent answer = await(1);
    long ann = rig.users().id("ann");
    int message = rig.users().lastMessage();
    rig.users().edits("ann", ann, message, 119, OTHER);
    Sent edited = await(2);
    assertThat(edited.method()).isEqualTo("editmessagetext");
    assertThat(edited.message()).isEqualTo(answer.message());
    assertThat(edited.text()).isNotEqualTo(answer.text());
    rig.users().edits("ann", ann, message, 121, QUESTION);
    rig.users().says("ann", "hello");
    assertThat(await(3).text()).contains("welcome");
  }

  @Test
  void whatIsNoWordsGetsOneFriendlyLine() {
    long ann = rig.users().id("ann");
    rig.users()
        .sends(
            "ann",
            ann,
            m ->
                m.putObject("voice")
                    .put("file_id", "f")
                    .put("file_unique_id", "u")
                    .put("duration", 1));
    assertThat(await(1).text()).contains("only read words");
    rig.users()
        .sends("ann", ann, m -> m.putObject("location").put("latitude", 1.0).put("longitude", 1.0));
    assertThat(await(2).text()).contains("only read words");
    for (int i = 0; i < 3; i++) {
      rig.users()
          .sends(
              "ann",
              ann,
              m -> {
                m.put("media_group_id", "album");
                m.putArray("photo")
                    .addObject()
                    .put("file_id", "f")
                    .put("file_unique_id", "u")
                    .put("width", 1)
                    .put("height", 1);
              });
    }
    rig.users().sends("ann", ann, m -> m.put("new_chat_title", "x"));
    rig.users()
        .sends(
            "ann",
            ann,
            m -> {
              m.put("caption", QUESTION);
              m.putArray("photo")
                  .addObject()
                  .put("file_id", "f")
                  .put("file_unique_id", "u")
                  .put("width", 1)
                  .put("height", 1);
            });
    assertThat(await(3).text()).contains("only read words");
    assertThat(await(4).text()).as("a caption is a question").contains("Sources");
  }
}
