package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Edits;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.content.Phrases;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderators on Telegram: who may do what, and what they are told. */
final class TelegramModerationTest {
  private static final long ELSEWHERE = -1009;

  @TempDir private Path temp;
  private final TelegramRig rig = new TelegramRig();
  private final TelegramUsers users = rig.users();
  private Knowledge knowledge;
  private int seen;

  @BeforeEach
  void start() throws Exception {
    long ann = users.id("ann");
    TelegramConfig config = rig.moderated(Set.of(ann), Set.of(TelegramUsers.GROUP));
    Path folder = SmallKnowledge.folder(temp);
    knowledge =
        Knowledge.open(
            folder,
            Samples.DAY,
            new Options(false, Optional.empty(), Optional.of(temp.resolve("kept"))));
    rig.server().state().knows(ELSEWHERE);
    rig.server().state().administrate(users.id("admin"));
    rig.start(temp.resolve("data"), config, Samples.commands(knowledge, Samples.DAY));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
    knowledge.close();
  }

  private String orders(String user, long chat, Consumer<ObjectNode> parts) {
    users.sends(
        user,
        chat,
        message -> {
          message.put("text", "/kb status");
          parts.accept(message);
        });
    return next();
  }

  private String next() {
    seen++;
    return rig.server().await("an answer", sent -> sent.size() >= seen).get(seen - 1).text();
  }

  private static Consumer<ObjectNode> nothing() {
    return message -> {};
  }

  /** An administrator who hides behind the chat's own name. */
  private static Consumer<ObjectNode> as(long chat) {
    return message -> {
      message.putObject("sender_chat").put("id", chat).put("type", "supergroup");
      ((ObjectNode) message.get("from")).put("is_bot", true).put("username", "GroupAnonymousBot");
    };
  }

  @Test
  void whoMayDoWhat() {
    long group = TelegramUsers.GROUP;
    String refused =
        Samples.knowledge().edition().content().phrases().reply(Phrases.Reply.NOT_ALLOWED);
    assertThat(orders("ann", users.id("ann"), nothing())).as("named, alone").contains("serves");
    assertThat(orders("ann", ELSEWHERE, nothing())).as("named, anywhere").contains("serves");
    assertThat(orders("admin", group, nothing())).as("administrator, there").contains("serves");
    assertThat(orders("somebody", group, as(group))).as("anonymous, there").contains("serves");
    assertThat(orders("admin", users.id("admin"), nothing())).as("alone").isEqualTo(refused);
    assertThat(orders("admin", ELSEWHERE, nothing())).as("elsewhere").isEqualTo(refused);
    assertThat(orders("somebody", ELSEWHERE, as(ELSEWHERE))).as("anonymous").isEqualTo(refused);
    assertThat(orders("bob", group, nothing())).as("a member, there").isEqualTo(refused);
    assertThat(orders("bob", users.id("bob"), nothing())).as("a stranger").isEqualTo(refused);
    assertThat(rig.server().state().calls("getchatadministrators")).as("remembered").hasSize(1);
  }

  @Test
  void whoMayPressWhat() {
    String code = ActionCodes.of(new Choice.Moderate("status"));
    for (String user : new String[] {"ann", "admin", "bob"}) {
      users.pressesOld(user, TelegramUsers.GROUP, 1, code);
      rig.server()
          .await(
              "an answer",
              sent ->
                  sent.stream().anyMatch(one -> one.call().path("text").asText().contains("serves"))
                      || sent.size() > seen);
    }
    rig.server()
        .await(
            "all answers",
            sent ->
                sent.stream().filter(one -> one.text().contains("serves since")).count() == 2
                    && sent.stream().filter(one -> one.text().contains("only the mod")).count()
                        == 1);
  }

  @Test
  void nobodyMayWhenTelegramDoesNotSayWhoAdministers() {
    rig.server()
        .fault(
            "getChatAdministrators", new Fault.Refusal(403, "Forbidden", java.time.Duration.ZERO));
    assertThat(orders("admin", TelegramUsers.GROUP, nothing())).contains("only the moderators");
  }

  @Test
  void menusShowItToModeratorsOnly() {
    rig.server().await("menus", sent -> rig.server().state().calls("setmycommands").size() == 4);
    var menus = rig.server().state().calls("setmycommands");
    assertThat(menus)
        .filteredOn(menu -> menu.path("commands").findValuesAsText("command").contains("kb"))
        .extracting(
            menu ->
                menu.path("scope").path("type").asText()
                    + " "
                    + menu.path("scope").path("chat_id").asLong())
        .containsExactlyInAnyOrder(
            "chat " + users.id("ann"), "chat_administrators " + TelegramUsers.GROUP);
  }

  @Test
  void aFileIsLookedAtAndInstalledAtThePressOfAButton() throws Exception {
    Path file = temp.resolve("small-knowledge/entries/basics/causes.md");
    String text = Files.readString(file).replace("Strain is common", "Strain is named");
    rig.server().state().file("file-1", text.getBytes());
    users.sends(
        "ann",
        users.id("ann"),
        message -> {
          message.put("caption", "/kb preview");
          message
              .putObject("document")
              .put("file_id", "file-1")
              .put("file_unique_id", "u1")
              .put("file_name", "causes.md")
              .put("file_size", text.length());
        });
    Sent preview = rig.server().await("a preview", sent -> !sent.isEmpty()).getFirst();
    assertThat(preview.text()).contains("Strain is named").contains("passage changed");
    assertThat(preview.labels()).containsExactly("Install", "Discard");
    users.presses("bob", preview, preview.data("Install"));
    rig.server()
        .await("a refusal", sent -> sent.stream().anyMatch(s -> s.text().contains("only the mod")));
    assertThat(Files.readString(file)).contains("Strain is common");
    users.presses("ann", preview, preview.data("Install"));
    rig.server()
        .await("the install", sent -> sent.stream().anyMatch(s -> s.text().contains("serves now")));
    assertThat(Files.readString(file)).contains("Strain is named");
  }

  @Test
  void whatModeratorsAreTold() {
    Path folder = temp.resolve("small-knowledge");
    Script script = new Script(rig);
    script.says("/kb").says("/kb reload");
    Edits.change(folder);
    script.says("/kb check").says("/kb reload").says("/kb status");
    Edits.breakAll(folder);
    script.says("/kb reload").says("/kb status").says("/kb rollback").says("/kb rollback 7");
    script.says("/kb history").says("/kb rollback 1").says("/kb status");
    assertThat(Edits.isGolden("telegram", script.text())).as("mend with -Dgolden=write").isTrue();
  }
}
