package backchat.bot.moderation;

import backchat.bot.conversation.Reply;
import backchat.knowledge.Answer;
import backchat.knowledge.Explanation;
import backchat.knowledge.content.Block;
import backchat.knowledge.index.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a question gets its answer, in words for moderators. Immutable. */
final class ExplanationText {
  /** Passages that are ranked. */
  static final int MOST = 10;

  private static final int MOST_IN_TEXT = 5;

  private ExplanationText() {}

  static Reply of(Explanation explanation) {
    List<Block> text = new ArrayList<>();
    text.add(new Block.Paragraph("Decision: " + decision(explanation.answer())));
    Ranking ranking = explanation.ranking();
    text.add(
        new Block.Paragraph(
            String.format(
                Locale.ROOT,
                "Search says %s: the first answers with %.2f, any of them with %.2f.",
                ranking.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                ranking.first(),
                ranking.any())));
    if (!ranking.matches().isEmpty()) {
      text.add(
          new Block.Points(
              true,
              ranking.matches().stream()
                  .limit(MOST_IN_TEXT)
                  .map(
                      one ->
                          String.format(
                              Locale.ROOT, "%s %.2f", one.passage().id(), one.confidence()))
                  .toList()));
    }
    return new Reply.OfFile(text, "explanation.txt", file(explanation));
  }

  private static String decision(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> "found " + found.passage().id();
      case Answer.Unsure unsure -> "unsure, offers " + unsure.candidates().size();
      case Answer.NotFound nothing -> "not found (" + nothing.why().word() + ")";
      case Answer.Urgent urgent ->
          "urgent, " + urgent.redFlag().id() + ", " + urgent.urgency().word();
      case Answer.SmallTalk talk -> "small talk";
      case Answer.Compared compared -> "a comparison, beside " + compared.nearest().id();
      case Answer.OtherLanguage other -> "another language";
    };
  }

  private static String file(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add("Ranking: passage, confidence, measures");
    for (Ranking.Scored one : explanation.ranking().matches()) {
      lines.add(String.format(Locale.ROOT, "%s %.4f", one.passage().id(), one.confidence()));
      for (int i = 0; i < explanation.measures().size(); i++) {
        lines.add(
            String.format(
                Locale.ROOT, "    %s %.4f", explanation.measures().get(i), one.measures().get(i)));
      }
    }
    lines.add("Triage:");
    lines.addAll(explanation.triage());
    return String.join("\n", lines) + "\n";
  }
}
