package backchat.bot.terminal;

import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Disclaimer;
import backchat.bot.conversation.Evidence;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Comparison;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Replies to lines of a terminal. Immutable. */
final class TerminalRenderer {
  private final Style style;
  private final int width;

  /**
   * @param width columns to wrap at; 0 never wraps
   */
  TerminalRenderer(Style style, int width) {
    this.style = style;
    this.width = width;
  }

  /** The reply as text that ends without a line break. */
  String render(Reply reply) {
    List<String> lines = new ArrayList<>();
    switch (reply) {
      case Reply.OfPassage passage -> passage(passage, lines);
      case Reply.OfComparison comparison -> comparison(comparison, lines);
      case Reply.OfCard card -> card(card, lines);
      case Reply.OfChoices choices -> {
        blocks(choices.text(), lines);
        choices(
            Stream.concat(choices.choices().stream(), choices.apart().stream()).toList(), lines);
      }
      case Reply.OfNotice notice -> blocks(notice.text(), lines);
      case Reply.OfPreview preview -> {
        preview.passage().ifPresent(passage -> preview(passage, lines));
        blocks(preview.text(), lines);
        choices(preview.choices(), lines);
      }
      case Reply.OfFile file -> {
        blocks(file.text(), lines);
        lines.add(style.accent(clean(file.name())));
        file.content().lines().forEach(line -> lines.add("  " + clean(line)));
      }
    }
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return String.join("\n", lines);
  }

  private void passage(Reply.OfPassage reply, List<String> lines) {
    Passage passage = reply.passage();
    lines.add(style.bold(clean(passage.question())));
    lines.add("");
    blocks(passage.blocks(), lines);
    passage
        .cautions()
        .ifPresent(
            caution -> {
              wrap("Take care: ", caution, "", lines);
              lines.add("");
            });
    evidence(reply.evidence(), lines);
    disclaimer(reply.disclaimer(), lines);
    if (!reply.related().isEmpty()) {
      lines.add("");
      lines.add("You may also ask:");
      choices(reply.related(), lines);
    }
  }

  /** Without what an asker could pick next. */
  private void preview(Reply.OfPassage reply, List<String> lines) {
    passage(
        new Reply.OfPassage(reply.passage(), reply.evidence(), List.of(), reply.disclaimer()),
        lines);
    lines.add("");
  }

  private void comparison(Reply.OfComparison reply, List<String> lines) {
    Comparison comparison = reply.comparison();
    lines.add(style.bold(clean(comparison.left() + " and " + comparison.right())));
    lines.add("");
    for (Comparison.Line line : comparison.lines()) {
      lines.add(style.accent(clean(line.label())));
      wrap("  " + comparison.left() + ": ", orNothing(line.left()), "    ", lines);
      wrap("  " + comparison.right() + ": ", orNothing(line.right()), "    ", lines);
    }
    lines.add("");
    evidence(reply.evidence(), lines);
    disclaimer(reply.disclaimer(), lines);
  }

  private static String orNothing(String cell) {
    return cell.isEmpty() ? "not stated" : cell;
  }

  private void card(Reply.OfCard card, List<String> lines) {
    lines.add(style.alarm(clean(card.opening())));
    lines.add(style.bold(clean(card.title())));
    lines.add("");
    for (String paragraph : card.text().split("\n+")) {
      wrap("", paragraph, "", lines);
    }
    card.numbers().forEach(number -> wrap("- ", number, "  ", lines));
    lines.add("");
    if (card.then().isPresent()) {
      wrap("", card.general(), "", lines);
      lines.add("");
      passage(card.then().get(), lines);
    } else {
      disclaimer(card.disclaimer(), lines);
    }
  }

  private void evidence(Evidence evidence, List<String> lines) {
    lines.add(style.accent("Evidence: ") + clean(evidence.grade()));
    lines.add(style.accent("Sources:"));
    for (Source source : evidence.sources()) {
      String link = source.link().map(address -> " " + address).orElse("");
      wrap("- ", Replies.citation(source) + link, "  ", lines);
    }
  }

  private void disclaimer(Disclaimer disclaimer, List<String> lines) {
    int from = lines.size();
    wrap("", disclaimer.text(), "", lines);
    lines.subList(from, lines.size()).replaceAll(style::faint);
  }

  private void choices(List<Choice> choices, List<String> lines) {
    for (int i = 0; i < choices.size(); i++) {
      wrap("  " + (i + 1) + ". ", choices.get(i).label(), "     ", lines);
    }
  }

  private void blocks(List<Block> blocks, List<String> lines) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph paragraph -> wrap("", paragraph.text(), "", lines);
        case Block.Points points -> {
          for (int i = 0; i < points.items().size(); i++) {
            wrap(points.ordered() ? (i + 1) + ". " : "- ", points.items().get(i), "  ", lines);
          }
        }
        case Block.Rows rows -> rows(rows, lines);
      }
      lines.add("");
    }
  }

  private void rows(Block.Rows rows, List<String> lines) {
    lines.add(style.bold(clean(rows.title())));
    for (List<String> row : rows.rows()) {
      lines.add("* " + style.accent(clean(row.getFirst())));
      for (int i = 1; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          wrap("  " + rows.labels().get(i) + ": ", row.get(i), "    ", lines);
        }
      }
    }
  }

  /** Adds text broken at spaces; later lines begin with the indent. */
  private void wrap(String start, String text, String indent, List<String> lines) {
    StringBuilder line = new StringBuilder(clean(start));
    boolean first = true;
    for (String word : clean(text).split(" ")) {
      if (!first && width > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(first ? "" : " ").append(word);
      }
      first = false;
    }
    lines.add(line.toString());
  }

  /** Drops control characters, so that no text can steer the terminal. */
  private static String clean(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
