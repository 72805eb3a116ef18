package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.Answer;
import backchat.knowledge.Comparison;
import backchat.knowledge.Edition;
import backchat.knowledge.Match;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every platform's renderer must keep to. A renderer's test extends it. */
public abstract class RendererContract {
  /**
   * What an asker sees of a reply. Immutable.
   *
   * @param text everything readable, markup taken away as the platform does it
   * @param buttons labels of what can be pressed
   */
  public record Shown(String text, List<String> buttons) {}

  /**
   * Renders a reply and takes the markup away again; fails when a limit of the platform is passed
   * or its markup is not well formed.
   */
  protected abstract Shown show(Reply reply);

  /** The most characters that one message of the platform shows. */
  protected abstract int room();

  @Test
  void hostileTextIsShownAsItWasWritten() {
    assertThat(plain(show(Samples.passage(Samples.HOSTILE, 1)).text()))
        .contains(plain(Samples.HOSTILE))
        .doesNotContain("null");
    Reply notice = Reply.OfNotice.of(Samples.HOSTILE);
    assertThat(plain(show(notice).text())).contains(plain(Samples.HOSTILE));
  }

  @Test
  void aLongPassageIsShortenedAtTheEndOfASentence() {
    Reply.OfPassage reply = Samples.passage("A sentence of the passage. ".repeat(370).strip(), 3);
    Shown shown = show(reply);
    assertThat(shown.text().contains("A sentence of the passage.")).isTrue();
    assertThat(shown.text().contains("Publisher 1.")).isTrue();
    assertThat(shown.text().contains("Publisher 3.")).isTrue();
    assertDisclaimed(shown);
  }

  @Test
  void noCharacterIsCutInTwo() {
    for (int length = 3_000; length < 3_003; length++) {
      Shown shown = show(Samples.passage("x".repeat(length % 3) + "😀".repeat(length), 1));
      for (int i = 0; i < shown.text().length(); i++) {
        char c = shown.text().charAt(i);
        if (Character.isHighSurrogate(c)) {
          assertThat(Character.isLowSurrogate(shown.text().charAt(++i))).isTrue();
        } else {
          assertThat(Character.isLowSurrogate(c)).isFalse();
        }
      }
    }
  }

  @Test
  void twentySourcesAreAllNamed() {
    Shown shown = show(Samples.passage("Short text.", 20));
    for (int i = 1; i <= 20; i++) {
      assertThat(plain(shown.text())).contains("Publisher " + i + ".");
    }
    assertDisclaimed(shown);
  }

  @Test
  void aCardComesFirstAndKeepsAllItsWords() {
    String card = "Call for help now. ".repeat(30).strip();
    Shown shown =
        show(Samples.card(card, Optional.of(Samples.passage("Some words. ".repeat(500), 2))));
    String text = plain(shown.text());
    assertThat(text).contains(plain(card)).contains("112");
    assertThat(text.indexOf("emergency")).isLessThan(text.indexOf("General information"));
    assertDisclaimed(shown);
  }

  @Test
  void everyPassageFits() {
    Replies replies = new Replies(edition());
    for (Passage passage : edition().content().passages()) {
      String text = plain(show(replies.passage(passage)).text());
      assertThat(text)
          .contains(plain(passage.question()))
          .contains(plain(passage.shortAnswer()))
          .contains(plain(edition().content().phrases().disclaimer()))
          .as("a passage of ours is shown whole")
          .doesNotContain("Shortened");
    }
  }

  @Test
  void everyCardFitsAlsoBeforeTheLongestPassage() {
    Replies replies = new Replies(edition());
    Passage longest =
        edition().content().passages().stream()
            .max(Comparator.comparingInt(passage -> passage.blocks().toString().length()))
            .orElseThrow();
    for (RedFlag flag : edition().content().redFlags()) {
      for (Optional<Answer.Found> then :
          List.of(
              Optional.<Answer.Found>empty(),
              Optional.of(new Answer.Found(longest, 1, List.of())))) {
        Shown shown = show(replies.of(new Answer.Urgent(flag, flag.urgency(), then)));
        assertThat(plain(shown.text())).contains(plain(flag.card()));
      }
    }
  }

  @Test
  void everyTwoRowsOfATableFitSideBySide() {
    Replies replies = new Replies(edition());
    int compared = 0;
    for (Table table : edition().content().tables().values()) {
      List<String> names =
          table.rows().stream().map(row -> table.cell(row, table.titleColumn())).toList();
      for (String left : names) {
        for (String right : names.subList(names.indexOf(left) + 1, names.size())) {
          Optional<Comparison> comparison = edition().compare(left, right);
          comparison.ifPresent(both -> isWhole(both, show(replies.comparison(both))));
          compared += comparison.isPresent() ? 1 : 0;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  private static void isWhole(Comparison comparison, Shown shown) {
    for (Comparison.Line line : comparison.lines()) {
      assertThat(plain(shown.text()))
          .contains(plain(line.label()))
          .contains(plain(line.left()))
          .contains(plain(line.right()));
    }
  }

  @Test
  void everyMenuAndFixedReplyFits() {
    Replies replies = new Replies(edition());
    List<Passage> passages = edition().content().passages();
    Phrases phrases = edition().content().phrases();
    for (String topic : phrases.topics().keySet()) {
      IntStream.range(0, passages.size() / 10 + 1)
          .forEach(page -> replies.topic(topic, page).ifPresent(this::show));
    }
    for (int i = 0; i + 3 <= passages.size(); i++) {
      List<Match> matches =
          passages.subList(i, i + 3).stream().map(p -> new Match(p, 0.4)).toList();
      show(replies.of(new Answer.Unsure(matches)));
    }
    show(replies.topics());
    passages.forEach(passage -> show(replies.sources(Optional.of(passage))));
    Stream.of(Phrases.Reply.values()).forEach(reply -> show(replies.notice(reply)));
    phrases.smallTalk().forEach(talk -> show(Reply.OfNotice.of(talk.reply())));
    phrases.otherLanguages().values().forEach(text -> show(Reply.OfNotice.of(text)));
    Request help = new Request("help", "", new Asker("test", "a moderator", true), "");
    show(Samples.commands(Samples.DAY).respond(help).orElseThrow());
  }

  private static Edition edition() {
    return Samples.knowledge().edition();
  }

  /** The disclaimer stands, after the sources; a terminal may list choices after it. */
  private void assertDisclaimed(Shown shown) {
    String text = plain(shown.text());
    int disclaimer = text.lastIndexOf("The disclaimer of the sample.");
    assertThat(shown.text().length()).isLessThanOrEqualTo(room());
    assertThat(disclaimer).as("where the disclaimer stands").isPositive();
    assertThat(disclaimer > text.lastIndexOf("Publisher 1.")).isTrue();
  }

  /** With every run of white space as one space: where lines break is the platform's own. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
