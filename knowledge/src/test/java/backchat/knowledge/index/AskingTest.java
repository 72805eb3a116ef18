package backchat.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Language;
import backchat.knowledge.language.Analysis;
import backchat.knowledge.language.Message;
import org.junit.jupiter.api.Test;

/** Which part of a story is taken for its question. */
final class AskingTest {
  private final Analysis analysis = Analysis.of(Language.PLAIN);

  private String asking(String text) {
    return Asking.of(analysis.analyse(text)).part().map(Message::text).orElse("");
  }

  @Test
  void theQuestionIsTakenOutOfAStoryWhereverItStands() {
    assertThat(asking("I bake bread. Can I lift sacks of flour? My back is old."))
        .isEqualTo("Can I lift sacks of flour?");
    assertThat(asking("Moved a sofa on Monday!! how long will it ache"))
        .isEqualTo("how long will it ache");
    assertThat(asking("What's a fair price? I've paid thirty pounds."))
        .isEqualTo("What's a fair price?");
  }

  @Test
  void aClauseThatOpensLikeAQuestionIsOne() {
    assertThat(asking("first time tomorrow and a bit shy, so how does it go down?"))
        .isEqualTo("so how does it go down?");
    assertThat(asking("the gym is shut – where can I stretch instead"))
        .isEqualTo("where can I stretch instead");
  }

  @Test
  void severalQuestionsStayTogether() {
    assertThat(asking("It is stiff. What is it called? I bend a lot. Is it bad for me?"))
        .isEqualTo("What is it called? Is it bad for me?");
  }

  @Test
  void aMessageThatIsAllQuestionOrNoneHasNoPart() {
    assertThat(asking("How long does it last?")).isEmpty();
    assertThat(asking("My back is stiff. It creaks.")).isEmpty();
    assertThat(asking("back stiff, why?")).isEmpty();
    assertThat(asking("Hello there. How long does it last? Thank you.")).isEmpty();
    assertThat(asking("")).isEmpty();
  }

  @Test
  void openedContractionsKeepTheirPlaceInTheText() {
    assertThat(asking("It hurts. Why can't I bend? Oh dear.")).isEqualTo("Why can't I bend?");
    assertThat(asking("It hurts. Why can not I bend? Oh dear.")).isEqualTo("Why can not I bend?");
  }

  @Test
  void aQuestionMarkTellsMoreThanAWordThatOpensQuestions() {
    assertThat(asking("When I sit it aches. How I can sit, nobody says. Is a stool better?"))
        .isEqualTo("Is a stool better?");
  }

  @Test
  void whatGoesOnWithAStoryIsNoQuestion() {
    assertThat(asking("My aunt, who cannot stand for long, has a stool. I have none.")).isEmpty();
    assertThat(asking("I saw a man, had it rubbed and pressed, and slept well.")).isEmpty();
    assertThat(asking("It is worse when I lie on my left side. It was so before.")).isEmpty();
    assertThat(asking("It is stiff in the mornings, when can I run again"))
        .isEqualTo("when can I run again");
  }

  @Test
  void ofALongStoryItsQuestionAndWhatStandsBeforeItAreSearched() {
    String before = "I keep bees and carry boxes all summer. ".repeat(6);
    String question = "My back is stiff from bending. Can I still lift?";

    assertThat(near(before + question + " Thank you all."))
        .endsWith(question)
        .hasSizeLessThan(before.length());
    assertThat(near("I keep bees. " + question)).isEqualTo("I keep bees. " + question);
  }

  @Test
  void aLongStoryThatAsksNothingIsSearchedByItsLastWords() {
    String before = "I keep bees and carry boxes all summer. ".repeat(6);

    assertThat(asking(before + "best stretches after bending. Thanks"))
        .isEqualTo("best stretches after bending");
    assertThat(near(before + "best stretches after bending. Thanks"))
        .contains("carry boxes")
        .hasSizeLessThan(before.length());
  }

  private String near(String text) {
    return Asking.of(analysis.analyse(text)).near().text();
  }
}
