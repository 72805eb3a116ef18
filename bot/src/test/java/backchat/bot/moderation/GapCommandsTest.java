package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Command;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.bot.conversation.Sharing;
import backchat.bot.conversation.SmallKnowledge;
import backchat.bot.conversation.Ticking;
import backchat.bot.store.Await;
import backchat.bot.store.Gaps;
import backchat.bot.store.Store;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.content.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a question that was shared to a phrasing in an entry, or to nothing. */
final class GapCommandsTest {
  private static final Asker MODERATOR = new Asker("telegram", "42", true);
  private static final Asker ANN = new Asker("telegram", "7", false, List.of("Ann", "annabel_x"));
  private static final String KNIT = "can I knit with a bad back";

  @TempDir private Path temp;
  private Path folder;
  private Store store;
  private Knowledge knowledge;
  private Command command;
  private SharedQuestions sharing;

  @BeforeEach
  void open() throws Exception {
    Clock clock = Ticking.clock();
    folder = SmallKnowledge.folder(temp);
    store = Store.open(StoreConfig.file(temp.resolve("data/backchat.db")), clock);
    Await.until(() -> store.health().ready());
    knowledge =
        Knowledge.open(
            folder, clock, new Options(false, Optional.empty(), Optional.of(temp.resolve("data"))));
    command = Moderation.of(knowledge, store, clock, List.of()).command();
    sharing = new SharedQuestions(store.gaps(), clock);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    knowledge.close();
  }

  private void share(String... questions) {
    for (String question : questions) {
      String code = sharing.hold(question, ANN).orElseThrow();
      assertThat(sharing.share(code, ANN)).isEqualTo(Sharing.Outcome.SHARED);
    }
  }

  private Reply kb(String words) {
    return command.run().reply(new Request("kb", words, MODERATOR, "c"));
  }

  private Reply press(Reply on, String label) {
    Reply.OfChoices choices = (Reply.OfChoices) on;
    return choices.choices().stream()
        .filter(choice -> choice.label().startsWith(label))
        .findFirst()
        .map(choice -> kb(((Choice.Moderate) choice.action()).words()))
        .orElseThrow(() -> new AssertionError(label + " is none of " + choices.choices()));
  }

  private static String text(Reply reply) {
    List<Block> blocks =
        switch (reply) {
          case Reply.OfNotice notice -> notice.text();
          case Reply.OfChoices choices -> choices.text();
          case Reply.OfFile file -> file.text();
          default -> List.of();
        };
    return blocks.stream().map(Block::toString).collect(Collectors.joining("\n"));
  }

  private List<String> labels(Reply reply) {
    return ((Reply.OfChoices) reply).choices().stream().map(Choice::label).toList();
  }

  @Test
  void alikeQuestionsAreOneGroupAndTheLargestComesFirst() {
    share(
        "what is the capital of France",
        KNIT,
        "is knitting ok with my bad back?",
        "tell me the capital of France please",
        "Can Ann knit with a bad back? ann@example.org");
    Reply list = kb("gaps");
    assertThat(text(list)).contains("5, in 2 groups");
    assertThat(labels(list).getFirst()).startsWith("3 x can I knit");
    Reply shown = press(list, "3 x");
    assertThat(text(shown)).contains("Can [name] knit with a bad back? [address]");
    assertThat(labels(shown)).hasSize(5).endsWith("Dismiss", "All groups");
  }

  @Test
  void aPhrasingIsWrittenIntoTheEntryAndNothingElse() throws Exception {
    share(KNIT, "is knitting ok with my bad back?", "what is the capital of France");
    Reply shown = press(kb("gaps"), "2 x");
    Path file = folder.resolve("entries/self-care/exercise.md");
    String before = Files.readString(file);
    String code = store.gaps().all().getFirst().code();
    int edition = knowledge.edition().number();
    assertThat(labels(shown).getFirst()).startsWith("Add to: ");
    kb("gaps add " + code + " " + NewPhrasing.mark("self-care/exercise"));
    String after = Files.readString(file);
    assertThat(after.replace("  - \"" + KNIT + "\"\n", "")).isEqualTo(before).isNotEqualTo(after);
    assertThat(knowledge.edition().number()).isGreaterThan(edition);
    assertThat(knowledge.edition().passage("self-care/exercise").orElseThrow().alsoAsked())
        .contains(KNIT);
    assertThat(store.gaps().all()).extracting(Gaps.Gap::question).hasSize(1);
    assertThat(store.audit().latest(1).getFirst().act().what())
        .isEqualTo("gaps add to self-care/exercise");
    assertThat(store.audit().latest(100).toString()).doesNotContain("knit");
  }

  @Test
  void twoModeratorsAtOnceAddOnce() throws Exception {
    share(KNIT);
    String words =
        "gaps add "
            + store.gaps().all().getFirst().code()
            + " "
            + NewPhrasing.mark("self-care/exercise");
    List<Callable<Reply>> presses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      presses.add(() -> kb(words));
    }
    List<String> said = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Reply> pressed : threads.invokeAll(presses)) {
        said.add(text(pressed.get()));
      }
    }
    assertThat(said.stream().filter(t -> t.contains("dealt with already"))).hasSize(3);
    assertThat(Files.readString(folder.resolve("entries/self-care/exercise.md")))
        .containsOnlyOnce(KNIT);
  }

  @Test
  void whatDoesNotPassTheCheckChangesNothing() throws Exception {

    String taken = knowledge.edition().passage("self-care/bed-rest").orElseThrow().question();
    share(taken);
    Path file = folder.resolve("entries/self-care/exercise.md");
    String before = Files.readString(file);
    Reply reply = kb("gaps add " + store.gaps().all().getFirst().code() + " self-care/exercise");
    assertThat(text(reply)).contains("is also a question of self-care/bed-rest");
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(store.gaps().all()).hasSize(1);
    assertThat(store.audit().latest(1).getFirst().act().result()).startsWith("refused");
  }

  @Test
  void aQuestionWithSomethingTakenOutIsNoPhrasing() throws Exception {
    share("can Ann knit with a bad back");
    Reply shown = press(kb("gaps"), "1 x");
    assertThat(labels(shown)).containsExactly("Dismiss", "All groups");
    assertThat(text(press(shown, "Dismiss"))).contains("1 deleted");
    assertThat(store.gaps().all()).isEmpty();
    assertThat(text(press(shown, "Dismiss"))).contains("dealt with already");
    assertThat(text(kb("gaps"))).contains("No question is waiting");
  }

  @Test
  void wrongWordsAreToldWhatToWrite() {
    share(KNIT);
    for (String words : List.of("gaps x", "gaps add", "gaps add nothing nowhere", "gaps show zz")) {
      assertThat(text(kb(words))).contains("/kb gaps");
    }
  }
}
