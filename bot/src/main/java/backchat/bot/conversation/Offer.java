package backchat.bot.conversation;

import backchat.knowledge.Answer;
import backchat.knowledge.content.Phrases;
import java.util.List;

/** Offers to share a question that found no answer or no sure one. Immutable. */
final class Offer {
  private Offer() {}

  /** The reply to an answer, with the offer where there is one to make. */
  static Reply with(Commands.Answered answered, Request request, Sharing sharing) {
    Reply reply = answered.reply();
    return isGap(answered.answer()) && reply instanceof Reply.OfChoices choices
        ? sharing
            .hold(request.argument(), request.asker())
            .<Reply>map(code -> with(choices, code, answered))
            .orElse(reply)
        : reply;
  }

  private static boolean isGap(Answer answer) {
    return answer instanceof Answer.Unsure
        || answer instanceof Answer.NotFound nothing && nothing.why() == Phrases.Reply.NOT_FOUND;
  }

  private static Reply with(Reply.OfChoices reply, String code, Commands.Answered answered) {
    Phrases phrases = answered.edition().content().phrases();
    Choice share = new Choice(phrases.reply(Phrases.Reply.SHARE_OFFER), new Choice.Share(code));
    return new Reply.OfChoices(reply.text(), reply.choices(), List.of(share));
  }
}
