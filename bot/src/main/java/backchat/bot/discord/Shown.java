package backchat.bot.discord;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Answer;
import backchat.knowledge.Edition;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import java.util.Optional;

/**
 * What "show to the channel" posts, as a code in the button's id: a passage, or a red flag's card
 * with its urgency. Immutable.
 */
final class Shown {
  private static final String CARD = "c";

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
      case Reply.OfComparison comparison -> Optional.empty();
      case Reply.OfChoices choices -> Optional.empty();
      case Reply.OfNotice notice -> Optional.empty();
      case Reply.OfFile file -> Optional.empty();
    };
  }

  private static String code(RedFlag flag, Urgency urgency) {
    return CARD + urgency.ordinal() + "_" + flag.id().substring(flag.id().indexOf('/') + 1);
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
    return ActionCodes.read(code, edition)
        .flatMap(
            action ->
                action instanceof Choice.ShowPassage show
                    ? edition.passage(show.id()).map(replies::passage)
                    : Optional.empty());
  }
}
