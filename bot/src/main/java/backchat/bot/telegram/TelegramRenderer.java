package backchat.bot.telegram;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Comparison;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replies to Telegram's HTML and buttons, within its limits. Immutable. */
final class TelegramRenderer {
  /** Characters of a message after its markup has been parsed. */
  static final int LONGEST_TEXT = 4_096;

  /** Entities of a message that Telegram heeds. */
  static final int MOST_ENTITIES = 100;

  private static final int LONGEST_LABEL = 60;

  /** A phone shows about so much of a button. */
  private static final int SHOWN_OF_LABEL = 40;

  /** Three of them stand in a row on a phone. */
  private static final int SHORT_LABEL = 10;

  private static final int LONGEST_HEADING = 300;

  private final String bot;

  /**
   * @param bot the bot's user name without the at sign, for links
   */
  TelegramRenderer(String bot) {
    this.bot = bot;
  }

  Payload render(Reply reply) {
    return switch (reply) {
      case Reply.OfPassage passage ->
          new Payload(
              PassageText.of(passage, LONGEST_TEXT).source(), passageButtons(passage, true));
      case Reply.OfComparison comparison -> new Payload(comparison(comparison).source(), List.of());
      case Reply.OfCard card ->
          new Payload(
              card(card).source(),
              card.then().map(passage -> passageButtons(passage, true)).orElse(List.of()));
      case Reply.OfChoices choices -> choices(choices);
      case Reply.OfNotice notice ->
          new Payload(Blocks.of(notice.text(), LONGEST_TEXT).source(), List.of());
      case Reply.OfPreview preview -> preview(preview);
      case Reply.OfFile file ->
          new Payload(
              Blocks.of(file.text(), LONGEST_TEXT).source(),
              List.of(),
              Optional.of(new Payload.TextFile(file.name(), file.content())));
    };
  }

  /** The same for a message that is posted in somebody's name: without buttons that come back. */
  Payload renderInline(Reply reply) {
    Payload payload = render(reply);
    List<List<Payload.Button>> link =
        List.of(List.of(Payload.Button.opening("Ask Backchat", "https://t.me/" + bot)));
    return new Payload(
        payload.html(),
        switch (reply) {
          case Reply.OfPassage passage -> passageButtons(passage, false);
          case Reply.OfCard card -> link;
          case Reply.OfComparison comparison -> link;
          case Reply.OfChoices choices -> link;
          case Reply.OfNotice notice -> link;
          case Reply.OfFile file -> link;
          case Reply.OfPreview preview -> link;
        });
  }

  private static Payload preview(Reply.OfPreview reply) {
    Html text = Blocks.of(reply.text(), LONGEST_TEXT / 3);
    Html whole =
        reply
            .passage()
            .map(passage -> PassageText.of(passage, LONGEST_TEXT - text.length() - 2))
            .map(passage -> Html.joined("\n\n", List.of(passage, text)))
            .orElse(text);
    List<Payload.Button> buttons =
        reply.choices().stream().map(choice -> button(choice.label(), choice.action())).toList();
    return new Payload(whole.source(), List.of(buttons));
  }

  private Html card(Reply.OfCard card) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.text("🚨 ").plus(Html.bold(card.opening())));
    parts.add(Html.bold(card.title()));
    parts.add(Html.text(card.text().strip().replaceAll("\n+", "\n\n")));
    parts.add(Html.joined("\n", card.numbers().stream().map(n -> Html.text("☎️ " + n)).toList()));
    if (card.then().isPresent()) {
      parts.add(Html.bold(card.general()));
      Html first = Html.joined("\n\n", parts);
      return first
          .plus("\n\n")
          .plus(PassageText.of(card.then().get(), LONGEST_TEXT - first.length() - 2));
    }
    parts.add(Html.italic(card.disclaimer().text()));
    return Html.joined("\n\n", parts);
  }

  /** Line by line, since a table with columns cannot be read on a phone. */
  private static Html comparison(Reply.OfComparison reply) {
    Comparison comparison = reply.comparison();
    List<Html> parts = new ArrayList<>();
    parts.add(Html.bold(comparison.left() + " and " + comparison.right()));
    for (Comparison.Line line : comparison.lines()) {
      parts.add(
          Html.bold(line.label())
              .plus("\n• " + comparison.left() + ": " + orNothing(line.left()))
              .plus("\n• " + comparison.right() + ": " + orNothing(line.right())));
    }
    Html end =
        Html.joined(
            "\n\n",
            List.of(
                PassageText.evidence(reply.evidence(), LONGEST_TEXT / 4),
                Html.italic(reply.disclaimer().text())));
    Html shown = Html.joined("\n\n", parts);
    while (shown.length() + end.length() + 2 > LONGEST_TEXT) {
      parts.removeLast();
      shown = Html.joined("\n\n", parts);
    }
    return shown.plus("\n\n").plus(end);
  }

  private static String orNothing(String cell) {
    return cell.isEmpty() ? "not stated" : cell;
  }

  private static Payload choices(Reply.OfChoices reply) {
    List<Choice> choices = reply.choices();
    boolean listed =
        choices.size() <= 3
            && choices.stream().anyMatch(choice -> choice.label().length() > SHOWN_OF_LABEL);
    List<Html> list = new ArrayList<>();
    List<List<Payload.Button>> keyboard = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      Choice choice = choices.get(i);
      String number = listed ? (i + 1) + ". " : "";
      if (listed) {
        list.add(Html.text(number + Shorten.toWord(choice.label(), LONGEST_HEADING)));
      }
      Payload.Button button = button(number + choice.label(), choice.action());
      boolean beside = isShort(button) && i > 0 && isShort(keyboard.getLast().getFirst());
      List<Payload.Button> row = beside ? keyboard.removeLast() : List.of();
      keyboard.add(Stream.concat(row.stream(), Stream.of(button)).toList());
    }
    for (Choice choice : reply.apart()) {
      keyboard.add(List.of(button(choice.label(), choice.action())));
    }
    Html numbered = Html.joined("\n", list);
    Html text = Blocks.of(reply.text(), LONGEST_TEXT - numbered.length() - 2);
    return new Payload(Html.joined("\n\n", List.of(text, numbered)).source(), keyboard);
  }

  /** Short enough to stand beside others: the ways through a menu. */
  private static boolean isShort(Payload.Button button) {
    return button.label().length() <= SHORT_LABEL;
  }

  private List<List<Payload.Button>> passageButtons(Reply.OfPassage reply, boolean pressed) {
    List<List<Payload.Button>> keyboard = new ArrayList<>();
    String id = reply.passage().id();
    if (pressed) {
      reply
          .related()
          .forEach(choice -> keyboard.add(List.of(button(choice.label(), choice.action()))));
      keyboard.add(
          List.of(
              button("This helped", new Choice.Rate(id, true)),
              button("Not what I asked", new Choice.Rate(id, false))));
    }
    String link = "https://t.me/" + bot + "?start=" + ActionCodes.of(new Choice.ShowPassage(id));
    keyboard.add(
        List.of(
            pressed
                ? Payload.Button.opening("Share", shared(link, reply.passage().question()))
                : Payload.Button.opening("Ask Backchat", link)));
    return keyboard;
  }

  private static String shared(String link, String question) {
    return "https://t.me/share/url?url="
        + URLEncoder.encode(link, StandardCharsets.UTF_8)
        + "&text="
        + URLEncoder.encode(Shorten.toWord(question, LONGEST_HEADING), StandardCharsets.UTF_8)
            .replace("+", "%20");
  }

  private static Payload.Button button(String label, Choice.Action action) {
    return Payload.Button.pressed(Shorten.toWord(label, LONGEST_LABEL), ActionCodes.of(action));
  }
}
