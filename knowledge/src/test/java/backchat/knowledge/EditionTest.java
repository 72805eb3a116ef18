package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Passage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of the real content, by words alone. */
final class EditionTest {
  private static Edition edition;

  @BeforeAll
  static void open() throws BrokenContent {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    edition = Knowledge.open(Path.of("content"), clock).edition();
  }

  private static Answer ask(String text) {
    return edition.answer(new Question(text), Context.NONE);
  }

  private static String first(String text) {
    return edition.rank(new Question(text), 1).getFirst().passage().id();
  }

  @ParameterizedTest
  @CsvSource({
    "whta is swedsh masage, modality/swedish",
    "wat is myofacial relese, modality/myofascial-release",
    "is shiatsoo the same as acupunture, modality/shiatsu-vs-acupuncture",
    "crainosacral therapy, modality/cranial-sacral",
    "foamroller on the lowerback, self-care/foam-roll-lower-back",
  })
  void slipsAreRepaired(String question, String passage) {
    assertThat(first(question)).isEqualTo(passage);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swedish or deep tissue?",
        "swedish vs deep tissue",
        "what is the difference between swedish and deep tissue massage"
      })
  void thisOrThatIsAnsweredByTwoRows(String question) {
    assertThat(ask(question))
        .isInstanceOfSatisfying(
            Answer.Compared.class,
            compared -> {
              assertThat(compared.comparison().left()).isEqualTo("Swedish massage");
              assertThat(compared.comparison().right()).isEqualTo("Deep-tissue massage");
              assertThat(compared.comparison().lines()).hasSizeGreaterThan(3);
            });
  }

  @Test
  void aFollowUpIsReadWithThePassageBefore() {
    Context seen = new Context(Optional.of("schedule/how-often"));
    Answer answer = edition.answer(new Question("and for chronic pain?"), seen);
    List<String> ids =
        answer instanceof Answer.Found found
            ? List.of(found.passage().id())
            : ((Answer.Unsure) answer).candidates().stream().map(m -> m.passage().id()).toList();
    assertThat(ids).contains("schedule/chronic");
  }

  @ParameterizedTest
  @CsvSource({
    "Me duele la espalda y no puedo dormir por la noche, es",
    "J'ai mal au dos depuis trois jours que faire, fr",
    "Ich habe seit drei Tagen Schmerzen im Rücken was hilft, de",
    "estou com dor nas costas o que posso fazer, pt",
    "我的背很痛怎么办, zh",
    "मेरी पीठ में दर्द है, hi",
    "ظهري يؤلمني ماذا أفعل, ar",
    "у меня болит спина что делать, ru",
    "আমার পিঠে ব্যথা, bn",
    "saya sakit punggung apa yang harus saya lakukan, id",
    "میری کمر میں درد ہے کیا کروں, ur",
  })
  void otherLanguagesAreToldInThatLanguage(String question, String language) {
    assertThat(ask(question))
        .isEqualTo(
            new Answer.OtherLanguage(edition.content().phrases().otherLanguages().get(language)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi",
        "Hello there!",
        "thanks so much",
        "who are you",
        "are you a robot?",
        "help!",
        "👍🏽"
      })
  void smallTalkIsAnsweredInKind(String text) {
    assertThat(ask(text)).isInstanceOf(Answer.SmallTalk.class);
  }

  @Test
  void aGreetingBeforeAQuestionIsNoSmallTalk() {
    assertThat(ask("hi, what is shiatsu massage?")).isNotInstanceOf(Answer.SmallTalk.class);
    assertThat(first("hi, what is shiatsu massage?")).isEqualTo("modality/shiatsu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"capital of mongolia", "AND OR NOT", "~^\"[]{}", "price of bitcoin today"})
  void whatHasNoPassageIsRefused(String text) {
    assertThat(ask(text)).isInstanceOf(Answer.NotFound.class);
  }

  @ParameterizedTest
  @CsvSource({
    "what is swe, modality/swedish",
    "effleu, modality/swedish-strokes",
    "swedsh massage, modality/swedish",
    "red flags, safety/red-flags",
  })
  void wholeQuestionsAreSuggested(String begun, String passage) {
    assertThat(edition.suggest(begun, 3).stream().map(Passage::id)).contains(passage);
  }

  @Test
  void anyFirstLetterSuggestsSomething() {
    for (char letter : "bcdfhilmprstw".toCharArray()) {
      assertThat(edition.suggest(String.valueOf(letter), 25)).as("" + letter).isNotEmpty();
    }
  }

  @Test
  void manyThreadsGetTheSameAnswer() {
    String question = "how often should I have a deep massage for long lasting back ache";
    List<Match> alone = edition.rank(new Question(question), 10);
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> edition.rank(new Question(question), 10))
                .toList())
        .allMatch(alone::equals);
  }

  @Test
  void anExplanationNamesEveryMeasure() {
    Explanation explanation = edition.explain(new Question("what is shiatsu"), 5);
    assertThat(explanation.ranking().matches()).hasSize(5);
    assertThat(explanation.ranking().matches().getFirst().measures())
        .hasSameSizeAs(explanation.measures());
  }
}
