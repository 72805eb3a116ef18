package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.DiscordConfig;
import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Edits;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.content.Phrases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderators on Discord: who may do what, and what they are told. */
final class DiscordModerationTest {
  private static final String NAMED = "100000000000000007";
  private static final String ROLE = Rig.MODERATOR_ROLE;

  @TempDir private Path temp;
  private final FakeDiscord discord = new FakeDiscord();
  private final String channel = discord.textChannel();
  private final FakeUser named = discord.user(7);
  private final FakeUser bob = discord.user(8);
  private Knowledge knowledge;
  private Path folder;
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    folder = SmallKnowledge.folder(temp);
    start(Optional.of(Wire.GUILD));
  }

  private void start(Optional<String> home) throws Exception {
    DiscordConfig config = Rig.moderated(discord, home, Set.of(ROLE), Set.of(NAMED), Set.of());
    knowledge =
        Knowledge.open(
            folder,
            Samples.DAY,
            new Options(false, Optional.empty(), Optional.of(temp.resolve("kept"))));
    rig = Rig.up(discord, config, Samples.commands(knowledge, Samples.DAY));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
    knowledge.close();
  }

  private Sent orders(FakeUser user, List<String> roles) {
    return discord.next(user.moderates(roles, channel, "status"));
  }

  @Test
  void whoMayDoWhat() throws Exception {
    String refused =
        Samples.knowledge().edition().content().phrases().reply(Phrases.Reply.NOT_ALLOWED);
    assertThat(orders(named, List.of()).text()).as("named").contains("serves");
    assertThat(orders(bob, List.of(ROLE)).text()).as("by role").contains("serves");
    Sent no = orders(bob, List.of("600000000000000002"));
    assertThat(no.text()).as("another role").isEqualTo(refused);
    assertThat(no.isPrivate()).isTrue();
    assertThat(orders(bob, List.of()).text())
        .as("a member with every permission")
        .isEqualTo(refused);
    named.tells("/kb status");
    assertThat(discord.next(named.direct()).text()).as("named, alone").contains("serves");
    bob.tells("/kb status");
    assertThat(discord.next(bob.direct()).text()).as("by role, alone").isEqualTo(refused);
    bob.mentions(channel, "/kb reload");
    assertThat(discord.next(channel).text()).as("by mention").isEqualTo(refused);
    rig.stop();
    knowledge.close();
    start(Optional.of("700000000000000099"));
    assertThat(orders(bob, List.of(ROLE)).text()).as("the role elsewhere").isEqualTo(refused);
    assertThat(orders(named, List.of()).text()).as("named, elsewhere").contains("serves");
  }

  @Test
  void whoMayPressWhat() {
    String id =
        new CustomIds(CustomIds.Kind.ACTION, ActionCodes.of(new Choice.Moderate("status")), "")
            .text(0);
    assertThat(discord.next(named.press(channel, "", true, id, "")).text()).contains("serves");
    assertThat(discord.next(bob.press(channel, "", true, id, "")).text()).contains("only the mod");
  }

  @Test
  void onlyTheHomeServerHasTheCommandAndShowsItToNobodyByItself() {
    assertThat(discord.rest().commands("").findValuesAsText("name")).doesNotContain("kb");
    assertThat(
            discord.rest().commands(Wire.GUILD).path(0).path("default_member_permissions").asText())
        .isEqualTo("0");
  }

  @Test
  void aFileIsLookedAtAndInstalledAtThePressOfAButton() throws Exception {
    Path file = folder.resolve("entries/basics/causes.md");
    String text = Files.readString(file).replace("Strain is common", "Strain is named");
    String address = discord.attach(text.getBytes());
    Sent preview = last(named.previews(channel, "causes.md", address, text.length()));
    assertThat(preview.text()).contains("Strain is named").contains("passage changed");
    assertThat(preview.labels()).containsExactly("Install", "Discard");
    assertThat(last(bob.presses(channel, preview, "Install")).text()).contains("only the mod");
    assertThat(last(named.presses(channel, preview, "Install")).text()).contains("serves now");
    assertThat(Files.readString(file)).contains("Strain is named");
  }

  @Test
  void passagesAreOfferedWhileTheirIdIsTyped() {
    for (String typed : List.of("basics/ca", "what causes")) {
      assertThat(
              discord
                  .next(named.typesOrder(channel, "show", "passage", typed))
                  .message()
                  .path("choices")
                  .findValuesAsText("value"))
          .contains("basics/causes");
    }
  }

  /** The answer, also when it was announced first. */
  private Sent last(String where) {
    Sent sent = discord.next(where);
    return sent.type() == 5 ? discord.next(where) : sent;
  }

  @Test
  void whatModeratorsAreTold() {
    StringBuilder told = new StringBuilder();
    told(told, "reload");
    Edits.change(folder);
    told(told, "check");
    told(told, "reload");
    told(told, "status");
    Edits.breakAll(folder);
    told(told, "reload");
    told(told, "status");
    told(told, "rollback", "edition", "7");
    told(told, "history");
    told(told, "rollback", "edition", "1");
    told(told, "status");
    assertThat(Edits.isGolden("discord", told.toString())).as("mend with -Dgolden=write").isTrue();
  }

  private void told(StringBuilder told, String... order) {
    String where = named.moderates(List.of(), channel, order);
    Sent sent = last(where);
    told.append("> /kb ").append(String.join(" ", order)).append('\n');
    told.append(sent.text()).append("\n\n");
  }
}
