package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups and forum topics: answered when addressed, silent otherwise. */
final class TelegramGroupsTest {
  private static final String QUESTION = "Does massage work for lower back pain?";

  @TempDir private Path data;
  private final TelegramRig rig = new TelegramRig();

  @BeforeEach
  void start() {
    rig.start(data);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private void group(String user, String text, Consumer<ObjectNode> more) {
    rig.users()
        .sends(
            user,
            TelegramUsers.GROUP,
            message -> {
              message.put("text", text);
              more.accept(message);
            });
  }

  private void group(String user, String text) {
    group(user, text, message -> {});
  }

  private Sent only() {
    return rig.server().await("an answer", sent -> !sent.isEmpty()).getFirst();
  }

  @Test
  void askIsAnsweredAsAReplyToTheQuestion() {
    group("ann", "/ask@backchat_bot " + QUESTION);
    Sent sent = only();
    assertThat(sent.chat()).isEqualTo(TelegramUsers.GROUP);
    assertThat(sent.call().path("reply_parameters").path("message_id").asInt())
        .isEqualTo(rig.users().lastMessage());
    assertThat(sent.call().has("message_thread_id")).isFalse();
  }

  @Test
  void aReplyToTheBotIsAQuestion() {
    group(
        "ann", QUESTION, message -> message.set("reply_to_message", TelegramUsers.botsMessage(5)));
    assertThat(only().text()).contains("Sources");
  }

  @Test
  void askAsAReplyAnswersTheOtherMessageWithoutAPing() {
    ObjectNode other = rig.users().theirMessage("bob", QUESTION);
    group("ann", "/ask@backchat_bot", message -> message.set("reply_to_message", other));
    Sent sent = only();
    assertThat(sent.text()).contains("Sources");
    assertThat(sent.call().path("disable_notification").asBoolean()).isTrue();
    assertThat(sent.call().path("reply_parameters").path("message_id").asInt())
        .as("the one who asked, not the one who wrote")
        .isEqualTo(rig.users().lastMessage());
  }

  @Test
  void aMentionThatGetsThroughIsAnswered() {
    group("ann", "@Backchat_bot " + QUESTION);
    assertThat(only().text()).contains("Sources");
  }

  @Test
  void topicsAreKept() {
    Consumer<ObjectNode> topic =
        message -> {
          message.put("message_thread_id", 77).put("is_topic_message", true);
          ObjectNode begun = message.putObject("reply_to_message");
          begun.setAll(TelegramUsers.botsMessage(77));
          begun.putObject("forum_topic_created").put("name", "Backs").put("icon_color", 1);
        };
    group("bob", "just talking in a topic that the bot began", topic);
    group("ann", "/ask " + QUESTION, topic);
    Sent sent = only();
    assertThat(sent.call().path("message_thread_id").asInt()).isEqualTo(77);
    rig.users().presses("ann", sent, sent.data("This helped"));
    rig.users().presses("ann", sent, sent.buttons().getFirst().path("callback_data").asText());
    List<Sent> all =
        rig.server()
            .await(
                "an answer to the button",
                s -> s.stream().filter(one -> one.chat() != 0).count() == 2);
    assertThat(all.getLast().call().path("message_thread_id").asInt()).isEqualTo(77);
  }

  @Test
  void aThreadOfRepliesIsNoTopic() {
    group("ann", "/ask " + QUESTION, message -> message.put("message_thread_id", 12));
    assertThat(only().call().has("message_thread_id")).isFalse();
  }

  @Test
  void silentWhenNotAddressed() {
    group("ann", QUESTION);
    group("ann", "/ask@another_bot " + QUESTION);
    group("ann", "/unknown_command");
    group("ann", "hello @backchat_bot_fan");
    group("ann", QUESTION, m -> m.set("via_bot", TelegramUsers.botsMessage(1).get("from")));
    group("ann", "/ask " + QUESTION, m -> m.set("from", TelegramUsers.botsMessage(1).get("from")));
    group("ann", "/ask " + QUESTION, m -> m.put("is_automatic_forward", true));
    rig.users().sends("ann", TelegramUsers.GROUP, m -> m.putArray("photo"));
    rig.users().sends("ann", TelegramUsers.GROUP, m -> m.put("new_chat_title", "Backs"));
    group("bob", "/about@backchat_bot");
    rig.server().await("confirmation", s -> rig.server().state().updates().allConfirmed());
    assertThat(rig.server().await("one answer", s -> !s.isEmpty())).hasSize(1);
    assertThat(only().text()).contains("I am Backchat");
  }

  @Test
  void startExplainsHowToAskAndWhatTheBotHears() {
    group("ann", "/start@backchat_bot");
    assertThat(only().text()).contains("/ask@backchat_bot").contains("only commands");
    rig.server().state().hearsAll(true);
    group("ann", "/start@backchat_bot x");
    List<Sent> sent = rig.server().await("a second answer", s -> s.size() == 2);
    assertThat(sent.getLast().text()).contains("every message");
  }
}
