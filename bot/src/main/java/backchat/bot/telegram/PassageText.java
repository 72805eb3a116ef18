package backchat.bot.telegram;

import backchat.bot.conversation.Evidence;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Source;
import java.util.ArrayList;
import java.util.List;

/** A passage as Telegram's HTML: the text first, sources folded, the disclaimer last. Immutable. */
final class PassageText {
  private static final int LONGEST_QUESTION = 300;
  private static final int LONGEST_CAUTION = 600;
  private static final int LONGEST_GRADE = 100;
  private static final int LONGEST_SOURCE = 200;
  private static final int MOST_LINKS = 30;
  private static final String BETWEEN = "\n\n";
  private static final String SHORTENED = "(Shortened. The sources below say more.)";

  private PassageText() {}

  /**
   * The passage in the given room; what does not fit is cut from the end of its text, never from
   * its sources or the disclaimer.
   *
   * @param room UTF-16 units after parsing
   */
  static Html of(Reply.OfPassage reply, int room) {
    Passage passage = reply.passage();
    List<Html> end = new ArrayList<>();
    passage
        .cautions()
        .ifPresent(
            caution ->
                end.add(
                    Html.bold("Take care: ").plus(Shorten.toSentence(caution, LONGEST_CAUTION))));
    end.add(evidence(reply.evidence(), room / 3));
    end.add(Html.italic(reply.disclaimer().text()));
    Html last = Html.joined(BETWEEN, end);
    Html first = Html.bold(Shorten.toWord(passage.question(), LONGEST_QUESTION));
    int left = room - first.length() - last.length() - 2 * BETWEEN.length();
    Html text = Blocks.of(passage.blocks(), Integer.MAX_VALUE);
    if (text.length() > left) {
      Html cut = Blocks.of(passage.blocks(), left - SHORTENED.length() - BETWEEN.length());
      text = Html.joined(BETWEEN, List.of(cut, Html.text(SHORTENED)));
    }
    return Html.joined(BETWEEN, List.of(first, text, last));
  }

  /** Grade and sources behind a tap; titles are shortened until all sources fit. */
  static Html evidence(Evidence evidence, int room) {
    int longest = LONGEST_SOURCE;
    Html text = evidenceText(evidence, longest);
    while (text.length() > room && longest > 8) {
      longest /= 2;
      text = evidenceText(evidence, longest);
    }
    return text.folded();
  }

  private static Html evidenceText(Evidence evidence, int longestTitle) {
    List<Html> lines = new ArrayList<>();
    lines.add(Html.text("Evidence: " + Shorten.toWord(evidence.grade(), LONGEST_GRADE)));
    lines.add(Html.text("Sources:"));
    for (Source source : evidence.sources()) {
      lines.add(Html.text("• ").plus(source(source, longestTitle, lines.size() <= MOST_LINKS)));
    }
    return Html.joined("\n", lines);
  }

  private static Html source(Source source, int longestTitle, boolean linked) {
    String cited = Replies.citation(source);
    String title = Shorten.toWord(source.title(), longestTitle);
    String shown = title + cited.substring(source.title().length());
    return linked && source.link().isPresent()
        ? Html.link(shown, source.link().get())
        : Html.text(shown);
  }
}
