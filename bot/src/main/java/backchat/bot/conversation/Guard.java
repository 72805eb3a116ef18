package backchat.bot.conversation;

import backchat.knowledge.Answer;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import backchat.knowledge.content.Phrases;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes before a reply: signs of danger, and holding back whoever floods. Thread-safe. */
final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final Knowledge knowledge;
  private final Flood flood;
  private final Tally tally;

  Guard(Knowledge knowledge, Flood flood, Tally tally) {
    this.knowledge = knowledge;
    this.flood = flood;
    this.tally = tally;
  }

  /** The card of a sign of danger, whatever command the words came with. */
  Optional<Reply> danger(Request request) {
    long from = System.nanoTime();
    Edition edition = knowledge.edition();
    Optional<Answer.Urgent> urgent = edition.danger(new Question(request.argument()));
    urgent.ifPresent(card -> tally.answered(card, Duration.ofNanos(System.nanoTime() - from)));
    return urgent.map(new Replies(edition)::of);
  }

  /** What needs no search: the card of a sign of danger, else that there is too much in hand. */
  Reply busy(Request request) {
    Reply busy = new Replies(knowledge.edition()).notice(Phrases.Reply.BUSY);
    try {
      return danger(request).orElse(busy);
    } catch (RuntimeException | Error e) {
      tally.failed();
      LOG.error("looking for danger failed", e);
      return busy;
    }
  }

  /** The reply, or what somebody who is held back gets: the card of a danger goes out once. */
  Optional<Reply> guarded(
      Asker asker, Object what, Supplier<Optional<Reply>> danger, Supplier<Reply> reply) {
    try {
      Flood.Verdict verdict = flood.verdict(asker);
      if (verdict == Flood.Verdict.ANSWER) {
        return Optional.of(reply.get());
      }
      Optional<Reply> card = danger.get();
      if (card.isPresent() && flood.mayWarn(asker)) {
        return card;
      }
      tally.heldBack();
      return verdict == Flood.Verdict.ONE_MOMENT
          ? Optional.of(new Replies(knowledge.edition()).notice(Phrases.Reply.ONE_MOMENT))
          : Optional.empty();
    } catch (RuntimeException | Error e) {
      tally.failed();
      LOG.error("a {} failed", what, e);
      return Optional.of(new Replies(knowledge.edition()).notice(Phrases.Reply.ERROR));
    }
  }
}
