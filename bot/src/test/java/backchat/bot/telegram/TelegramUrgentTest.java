package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.knowledge.content.Urgency;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign of danger brings its card first, whichever way it comes in. */
final class TelegramUrgentTest {
  private static final String DANGER =
      "can't feel when I wipe and my legs are weak, which massage helps?";
  private static final String HARMLESS = "Does massage work for lower back pain?";

  @TempDir private Path data;
  private final TelegramRig rig = new TelegramRig();
  private int seen;

  @BeforeEach
  void start() {
    rig.start(data);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private Sent next() {
    seen++;
    return rig.server().await(seen + " in all", sent -> sent.size() >= seen).get(seen - 1);
  }

  private static void isCard(String text) {
    String opening =
        Samples.knowledge().edition().content().phrases().urgencies().get(Urgency.EMERGENCY_NOW);
    assertThat(text).contains(opening).contains("112").contains("Have no massage");
    assertThat(text.indexOf(opening)).isLessThan(8);
  }

  private void group(String text, Consumer<ObjectNode> more) {
    rig.users()
        .sends(
            "ann",
            TelegramUsers.GROUP,
            message -> {
              message.put("text", text);
              more.accept(message);
            });
  }

  @Test
  void inAPrivateChatAndAsTheCaptionOfAPicture() {
    rig.users().says("ann", DANGER);
    isCard(next().text());
    rig.users().says("ann", "/ask " + DANGER);
    isCard(next().text());
    rig.users().says("ann", "/start " + DANGER);
    isCard(next().text());
    rig.users()
        .sends(
            "ann",
            rig.users().id("ann"),
            message -> {
              message.put("caption", DANGER);
              message.putArray("photo").addObject().put("file_id", "f").put("file_unique_id", "u");
            });
    isCard(next().text());
  }

  @Test
  void inAGroup() {
    group("/ask@backchat_bot " + DANGER, message -> {});
    isCard(next().text());
    group("@Backchat_bot " + DANGER, message -> {});
    isCard(next().text());
    group(DANGER, message -> message.set("reply_to_message", TelegramUsers.botsMessage(5)));
    isCard(next().text());
    ObjectNode other = rig.users().theirMessage("bob", DANGER);
    group("/ask@backchat_bot", message -> message.set("reply_to_message", other));
    isCard(next().text());
  }

  @Test
  void byAnEdit() {
    rig.users().says("ann", HARMLESS);
    Sent answer = next();
    rig.users().edits("ann", rig.users().id("ann"), rig.users().lastMessage(), 60, DANGER);
    Sent card = next();
    assertThat(card.message()).isEqualTo(answer.message());
    isCard(card.text());
  }

  @Test
  void inline() {
    rig.users().types("ann", DANGER);
    JsonNode results = next().call().path("results");
    assertThat(results).hasSize(1);
    isCard(results.get(0).path("input_message_content").path("message_text").asText());
  }

  @Test
  void inOtherCommandsThatTakeWords() {
    rig.users().says("ann", "/topics " + DANGER);
    isCard(next().text());
    rig.users().says("ann", "/compare " + DANGER);
    isCard(next().text());
  }
}
