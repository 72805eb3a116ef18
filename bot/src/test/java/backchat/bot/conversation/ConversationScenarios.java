package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.conversation.PlatformUnderTest.Seen;
import backchat.bot.moderation.SharedQuestions;
import backchat.bot.store.Await;
import backchat.bot.store.Gaps;
import backchat.bot.store.Store;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.Urgency;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people live through on every platform. A platform's test extends it. */
public abstract class ConversationScenarios {
  private static final String DANGER = "I can't feel when I wipe and my legs are weak";
  private static final String QUESTION = "Does massage work for lower back pain?";

  private final CountedFeedback feedback = new CountedFeedback();

  @TempDir private Path folder;
  private Store store;
  private PlatformUnderTest platform;

  /** Starts the platform's adapter over these commands, against its test server. */
  protected abstract PlatformUnderTest start(Commands commands);

  @BeforeEach
  final void start() {
    store = Store.open(StoreConfig.file(folder.resolve("backchat.db")), Clock.systemUTC());
    platform = start(commands(Samples.knowledge()));
  }

  private Commands commands(Knowledge knowledge) {
    Clock clock = Clock.systemUTC();
    return new Commands(
        knowledge,
        new Conversations(clock),
        feedback,
        new Flood(4, 1, clock),
        new SharedQuestions(store.gaps(), clock),
        List.of(Samples.moderation(knowledge, clock)));
  }

  @AfterEach
  final void stop() {
    platform.close();
    store.close();
  }

  @Test
  void aRefusedQuestionIsSharedByItsAskerOnceAndRedacted() throws Exception {
    Await.until(() -> store.health().ready());
    platform.privately("ann", "What is the capital of France? 07700 900 123");
    Seen refused = platform.next();
    assertThat(refused.text()).contains(phrase(Phrases.Reply.NOT_FOUND));
    String share = refused.button("Share this question");
    assertThat(store.gaps().all()).isEmpty();
    platform.press("ann", refused, share);
    platform.press("ann", refused, share);
    platform.rest();
    assertThat(store.gaps().all())
        .extracting(Gaps.Gap::question)
        .containsExactly("What is the capital of France? [number]");
  }

  @Test
  void anAnswerIsNotOfferedForSharing() {
    platform.privately("ann", QUESTION);
    assertThat(platform.next().buttons())
        .noneMatch(label -> label.startsWith("Share this question"));
  }

  @Test
  void aQuestionGetsAReviewedTextWithItsSourcesAndTheDisclaimer() {
    platform.privately("ann", QUESTION);
    Seen seen = platform.next();
    assertThat(seen.place()).isEqualTo("private ann");
    assertThat(seen.text()).contains("Sources").contains(phrase().disclaimer());
    assertThat(platform.rest()).isEmpty();
  }

  @Test
  void aGreetingIsAnsweredInKind() {
    platform.privately("ann", "hello");
    assertThat(platform.next().text()).contains("welcome");
  }

  @Test
  void whatCannotBeAnsweredIsRefusedAndTopicsLeadOn() {
    platform.privately("ann", "???");
    Seen refused = platform.next();
    assertThat(refused.text()).contains(phrase(Phrases.Reply.EMPTY));
    String topic = phrase().topics().get("massage");
    platform.press("ann", refused, refused.button(topic));
    Seen listed = platform.next();
    platform.press("ann", listed, listed.buttons().getFirst());
    assertThat(platform.next().text()).contains(phrase().disclaimer());
  }

  @Test
  void aSignOfDangerBringsItsCardFirst() {
    platform.privately("ann", "I have back pain and I cannot control my bladder");
    Seen seen = platform.next();
    assertThat(seen.lines().getFirst())
        .contains(phrase().urgencies().get(backchat.knowledge.content.Urgency.EMERGENCY_NOW));
    assertThat(seen.text()).contains("112").contains(phrase().disclaimer());
  }

  @Test
  void topicsComeOnPages() {
    platform.command("ann", "topics", "self-care");
    Seen first = platform.next();
    assertThat(first.text()).contains("1 of 3");
    platform.press("ann", first, first.button("More"));
    Seen second = platform.next();
    assertThat(second.text()).contains("2 of 3");
    assertThat(second.buttons().getFirst()).isNotEqualTo(first.buttons().getFirst());
  }

  @Test
  void twoKindsOfMassageAreComparedLineByLine() {
    platform.command("ann", "compare", "swedish and deep tissue");
    assertThat(platform.next().text()).contains("Swedish").contains(phrase().disclaimer());
  }

  @Test
  void chatterInAGroupIsLeftAlone() {
    platform.chatter("ann", QUESTION);
    platform.chatter("bob", "hello everyone");
    platform.inGroup("ann", QUESTION);
    Seen seen = platform.next();
    assertThat(seen.place()).isEqualTo("group");
    assertThat(seen.text()).contains(phrase().disclaimer());
    assertThat(platform.rest()).isEmpty();
  }

  @Test
  void onlyModeratorsGetTheirCommand() {
    platform.command("ann", "kb", "reload");
    assertThat(platform.next().text()).contains(phrase(Phrases.Reply.NOT_ALLOWED));
  }

  @Test
  void aButtonPressedTwiceActsOnce() {
    platform.privately("ann", QUESTION);
    Seen answer = platform.next();
    platform.press("ann", answer, answer.button("This helped"));
    platform.press("ann", answer, answer.button("This helped"));
    platform.rest();
    String passage = shown(answer);
    assertThat(feedback.of(passage)).isEqualTo(new CountedFeedback.Counts(1, 1, 0));
  }

  @Test
  void whoFloodsHearsOneMomentOnceAndThenNothing() {
    for (int i = 0; i < 9; i++) {
      platform.privately("ann", "hello");
    }
    platform.privately("bob", "hello");
    List<Seen> seen = platform.rest();
    assertThat(seen.stream().filter(s -> s.place().equals("private ann"))).hasSize(5);
    assertThat(seen.stream().filter(s -> s.text().contains(phrase(Phrases.Reply.ONE_MOMENT))))
        .hasSize(1);
    assertThat(seen.stream().filter(s -> s.place().equals("private bob"))).hasSize(1);
  }

  @Test
  void whenThereIsTooMuchInHandAskersHearBusyAndStillTheirCard() {
    int taken = 0;
    for (; platform.work().enter(); taken++) {}
    Edition edition = Samples.knowledge().edition();
    String card = edition.content().phrases().urgencies().get(Urgency.EMERGENCY_NOW);
    platform.privately("ann", QUESTION);
    assertThat(platform.next().text()).contains(phrase(Phrases.Reply.BUSY));
    platform.command("ann", "about", "");
    assertThat(platform.next().text()).contains(phrase(Phrases.Reply.BUSY));
    platform.privately("ann", DANGER);
    assertThat(platform.next().text()).contains(card);
    platform.inGroup("ann", DANGER);
    assertThat(platform.next().text()).contains(card);
    for (; taken > 0; taken--) {
      platform.work().leave();
    }
    platform.privately("ann", QUESTION);
    assertThat(platform.next().text()).contains("Sources");
  }

  @Test
  void aButtonOfAnOlderEditionWorksOrSaysKindlyWhyNot(@TempDir Path folder) {
    platform.command("ann", "topics", "self-care");
    Seen first = platform.next();
    platform.press("ann", first, first.button("More"));
    Seen page = platform.next();
    platform.privately("bob", QUESTION);
    Seen answer = platform.next();
    platform.command("cleo", "topics", "");
    Seen topics = platform.next();
    Knowledge less = SmallKnowledge.open(folder);
    platform.restart(commands(less), less);
    platform.press("bob", answer, answer.button("This helped"));
    assertThat(platform.next().text()).contains(phrase(Phrases.Reply.GONE));
    platform.press("cleo", topics, phrase().topics().get("trigger-point"));
    assertThat(platform.next().text()).contains(phrase(Phrases.Reply.GONE));
    platform.press("cleo", topics, phrase().topics().get("basics"));
    assertThat(platform.next().buttons()).contains("What causes back pain?");
    platform.press("ann", page, page.button("More"));
    Seen last = platform.next();
    assertThat(last.buttons()).contains("All topics").doesNotContain("More", "Back");
    platform.press("ann", last, last.button("All topics"));
    assertThat(platform.next().buttons()).hasSizeLessThan(topics.buttons().size());
  }

  @Test
  void hostileMarkupHasNoEffect() {
    platform.privately("ann", Samples.HOSTILE);
    platform.privately("ann", "hello");
    platform.next();
    assertThat(platform.next().text()).contains("welcome");
  }

  private static String shown(Seen answer) {
    return Samples.knowledge().edition().content().passages().stream()
        .filter(passage -> answer.text().contains(passage.question()))
        .filter(passage -> answer.text().contains(passage.shortAnswer()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Phrases phrase() {
    return Samples.knowledge().edition().content().phrases();
  }

  /** The first line of a fixed reply. */
  private static String phrase(Phrases.Reply reply) {
    return phrase().reply(reply).lines().findFirst().orElseThrow();
  }
}
