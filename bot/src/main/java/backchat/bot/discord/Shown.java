package backchat.bot.discord;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Answer;
import backchat.knowledge.Comparison;
import backchat.knowledge.Edition;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Table;
import backchat.knowledge.content.Urgency;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What "show to the channel" posts, as a code in the button's id: a passage, a red flag's card with
 * its urgency, or two rows of a table side by side. Immutable.
 */
final class Shown {
  private static final String CARD = "c";
  private static final String COMPARISON = "d_";

  private Shown() {}

  /** The code of what a private reply could show to others; empty when it is not worth showing. */
  static Optional<String> code(Reply reply, Edition edition) {
    return switch (reply) {
      case Reply.OfPassage passage ->
          Optional.of(ActionCodes.of(new Choice.ShowPassage(passage.passage().id())));
      case Reply.OfCard card ->
          edition.content().redFlags().stream()
              .filter(flag -> flag.title().equals(card.title()))
              .findFirst()
              .map(flag -> code(flag, urgency(card, edition)))
              .filter(code -> code.length() <= ActionCodes.LONGEST);
      case Reply.OfComparison both ->
          Optional.of(code(both.comparison().left(), both.comparison().right()));
      case Reply.OfChoices choices -> Optional.empty();
      case Reply.OfNotice notice -> Optional.empty();
      case Reply.OfFile file -> Optional.empty();
      case Reply.OfPreview preview -> Optional.empty();
    };
  }

  private static String code(RedFlag flag, Urgency urgency) {
    return CARD + urgency.ordinal() + "_" + flag.id().substring(flag.id().indexOf('/') + 1);
  }

  /** Names may be long, so their hash stands for them. */
  private static String code(String left, String right) {
    byte[] names = (left + "\n" + right).getBytes(StandardCharsets.UTF_8);
    return COMPARISON + UUID.nameUUIDFromBytes(names);
  }

  private static Optional<Comparison> compared(String code, Edition edition) {
    for (Table table : edition.content().tables().values()) {
      List<String> names =
          table.rows().stream().map(row -> table.cell(row, table.titleColumn())).toList();
      for (String left : names) {
        for (String right : names) {
          if (code(left, right).equals(code)) {
            return edition.compare(left, right);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Urgency urgency(Reply.OfCard card, Edition edition) {
    return edition.content().phrases().urgencies().entrySet().stream()
        .filter(entry -> entry.getValue().equals(card.opening()))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(Urgency.EMERGENCY_NOW);
  }

  /** The reply behind a code; empty when what it showed has gone. */
  static Optional<Reply> reply(String code, Edition edition) {
    Replies replies = new Replies(edition);
    if (code.matches(CARD + "[0-2]_.+")) {
      Urgency urgency = Urgency.values()[code.charAt(1) - '0'];
      String id = "redflag/" + code.substring(3);
      return edition.content().redFlags().stream()
          .filter(flag -> flag.id().equals(id))
          .findFirst()
          .map(flag -> replies.of(new Answer.Urgent(flag, urgency, Optional.empty())));
    }
    if (code.startsWith(COMPARISON)) {
      return compared(code, edition).map(replies::comparison);
    }
    return ActionCodes.read(code, edition)
        .flatMap(
            action ->
                action instanceof Choice.ShowPassage show
                    ? edition.passage(show.id()).map(replies::passage)
                    : Optional.empty());
  }
}
