package backchat.knowledge.triage;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine, on a few concepts and patterns. */
final class TriageTest {
  private final SmallContent.Reader reader = new SmallContent().reader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my groin is numb",
        "MY GROIN HAS GONE NUMB",
        "numb in the groin",
        "I can't feel my groin",
        "i cant feel anything in my groin",
        "no feeling down there",
        "my dad cannot feel his groin",
        "grion numb since yesterday",
        "not only numb in the groin but also tired",
        "no fever but I can't feel my groin",
        "no fever i cant feel my groin",
        "no fever, my groin is numb",
        "massage did not help my numb groin",
        "I had a disc out years ago. Now my groin is numb",
        "hurt my back in 2015 and now my groin is numb",
        "what is cauda equina? my groin is numb",
        "what is cauda equina i cant feel my groin",
      })
  void aSignCounts(String text) {
    assertThat(reader.flags(text)).as(text).startsWith("saddle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no numb groin",
        "my groin is not numb",
        "I have never had a numb groin",
        "can't say I have a numb groin",
        "without fever or a numb groin",
        "I don't have fever, sweats or a numb groin",
        "numb groin was ruled out",
        "numb groin? no.",
        "my groin was numb in 2014",
        "my groin went numb, back to normal in a minute",
        "my groin went numb on the bike. Back to normal in a minute",
        "what is a numb groin",
        "signs of trouble such as a numb groin",
        "what if my groin goes numb",
        "how would I know if I had a numb groin",
        "is a numb groin bad?",
        "numb with boredom, and my groin is fine",
        "a general question: numb groin",
      })
  void aSignIsRuledOut(String text) {
    assertThat(reader.flags(text)).as(text + "\n" + reader.explain(text)).isEmpty();
  }

  @Test
  void conceptsOfNeighbouringSentencesMeetAndThoseFarApartDoNot() {
    assertThat(reader.flags("My back is bad. I have a fever.")).containsExactly("infection");
    assertThat(reader.flags("My back is bad. " + "Tea is nice to drink. ".repeat(12) + "Fever."))
        .isEmpty();
  }

  @Test
  void signsOfTwoPeopleDoNotMeet() {
    assertThat(reader.flags("my wife has a fever and i hurt my back")).isEmpty();
    assertThat(reader.flags("my wife has a fever and her back hurts")).containsExactly("infection");
  }

  @Test
  void whatStaysTrueCountsHoweverLongAgo() {
    assertThat(reader.flags("I had cancer years ago. My back hurts.")).containsExactly("cancer");
  }

  @Test
  void theStrongestComesFirst() {
    assertThat(reader.flags("fever, sore back and my groin is numb"))
        .containsExactly("saddle", "infection");
  }

  @Test
  void twoSoftSignsRiseByALevel() {
    Alarm one = reader.explain("night sweats").alarms().getFirst();
    assertThat(one.urgency()).isEqualTo(Urgency.SEE_DOCTOR_SOON);
    List<Alarm> two = reader.explain("night sweats, and I keep dropping things").alarms();
    assertThat(two).extracting(Alarm::urgency).containsOnly(Urgency.SAME_DAY).hasSize(2);
  }

  @Test
  void misspeltWordsAreRepairedAndEnglishWordsAreNot() {
    assertThat(reader.flags("feverr and a sore spime")).containsExactly("infection");
    assertThat(reader.flags("never mind the back")).isEmpty();
    assertThat(reader.flags("the fewer the better for my back")).isEmpty();
  }

  @Test
  void formsAndNumbersAreHeldToTheirTerms() {
    assertThat(reader.flags("dropping a thing")).isEmpty();
    assertThat(reader.flags("39.4 degrees and a sore back")).containsExactly("infection");
    assertThat(reader.flags("30 degrees and a sore back")).isEmpty();
  }

  @Test
  void theExplanationSaysWhatMatchedWhereAndWhatWasSetAside() {
    assertThat(reader.explain("no fever but my groin is numb").toString())
        .contains("fever \"fever\" (not counted: denied)")
        .contains("saddle-numb \"groin is numb\"")
        .contains("redflag/saddle emergency-now by line 1");
  }

  @Test
  void patternsThatNameUnknownConceptsNeverMatchAndNothingIsThrown() {
    SmallContent content = new SmallContent();
    content.concept("odd", "{nowhere} numb", "numb #x");
    content.flag(
        "odd", Urgency.SAME_DAY, SmallContent.pattern(RedFlag.Within.MESSAGE, "missing", "odd"));
    assertThat(content.reader().flags("numb")).isEmpty();
  }

  @Test
  void emptyAndStrangeMessagesAreRead() {
    for (String text : List.of("", "   ", "\u0000", "😩😩", "?!?!", "1e309", "'", "'s")) {
      assertThat(reader.flags(text)).isEmpty();
    }
  }

  @Test
  void aSignIsFoundAtTheEndOfALongMessage() {
    String long4000 = "we went to the shops and it was lovely weather for walking ".repeat(66);
    assertThat(reader.flags(long4000 + "and my groin is numb")).containsExactly("saddle");
    assertThat(reader.flags(long4000 + ". My groin is numb")).containsExactly("saddle");
  }
}
