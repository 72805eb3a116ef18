package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.Answer;
import backchat.knowledge.Edition;
import backchat.knowledge.Match;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.RedFlag;
import java.util.List;
import java.util.Optional;
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
  void everythingThatIsKnownFits() {
    Edition edition = Samples.knowledge().edition();
    Replies replies = new Replies(edition);
    List<Passage> passages = edition.content().passages();
    for (Passage passage : passages) {
      Shown shown = show(replies.passage(passage));
      assertThat(plain(shown.text())).contains(plain(passage.question()));
      if (!passage.shortAnswer().isEmpty()) {
        assertThat(plain(shown.text())).contains(plain(passage.shortAnswer()));
      }
      assertThat(plain(shown.text())).contains(plain(edition.content().phrases().disclaimer()));
    }
    for (RedFlag flag : edition.content().redFlags()) {
      Optional<Answer.Found> then =
          flag.information()
              ? Optional.of(new Answer.Found(passages.getFirst(), 1, List.of()))
              : Optional.empty();
      Shown shown = show(replies.of(new Answer.Urgent(flag, flag.urgency(), then)));
      assertThat(plain(shown.text())).contains(plain(flag.card()));
    }
    edition.content().phrases().topics().keySet().stream()
        .flatMap(topic -> replies.topic(topic, 0).stream())
        .forEach(this::show);
    show(replies.topics());
    show(
        replies.of(
            new Answer.Unsure(passages.stream().limit(3).map(p -> new Match(p, 0.4)).toList())));
    show(replies.sources(Optional.of(passages.getFirst())));
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
