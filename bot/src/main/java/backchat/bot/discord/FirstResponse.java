package backchat.bot.discord;

import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.knowledge.content.Phrases;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/**
 * Answers interactions within the three seconds that Discord gives: with the answer itself, or with
 * "thinking" when the answer is late. Thread-safe.
 */
final class FirstResponse {
  /** An answer that takes longer is announced first. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  /** When the queue is longer than this, an answer is announced at once. */
  private static final Duration RUSH = Duration.ofMillis(250);

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Serving serving;
  private final DiscordRenderer renderer;

  FirstResponse(Serving serving, DiscordRenderer renderer) {
    this.serving = serving;
    this.renderer = renderer;
  }

  /** How a reply stands, known once it is there. */
  @FunctionalInterface
  interface Frame {
    Around around(Reply reply);
  }

  /** Answers an interaction that asks something. */
  void give(IReplyCallback event, boolean hidden, Request request, Frame frame) {
    Commands commands = serving.commands();
    give(
        event, hidden, false, () -> commands.respond(request), () -> commands.busy(request), frame);
  }

  /**
   * Answers any other interaction.
   *
   * @param hidden whether only the asker sees it
   * @param answer empty when the asker has sent too much
   */
  void give(IReplyCallback event, boolean hidden, Supplier<Optional<Reply>> answer, Frame frame) {
    give(event, hidden, false, answer, this::busy, frame);
  }

  /** Like {@link #give}, for what moderators order, which may take long. */
  void giveModerator(IReplyCallback event, boolean hidden, Supplier<Optional<Reply>> answer) {
    give(event, hidden, true, answer, this::busy, reply -> Around.NOTHING);
  }

  private Reply busy() {
    return serving.commands().notice(Phrases.Reply.BUSY);
  }

  private void give(
      IReplyCallback event,
      boolean hidden,
      boolean aside,
      Supplier<Optional<Reply>> answer,
      Supplier<Reply> busy,
      Frame frame) {
    if (!serving.work().enter()) {
      event.reply(renderer.render(busy.get(), Around.NOTHING)).setEphemeral(true).complete();
      return;
    }
    try {
      boolean rush = !aside && serving.answering().queue().compareTo(RUSH) > 0;
      Supplier<MessageCreateData> made = () -> compute(answer, frame);
      CompletableFuture<MessageCreateData> message =
          aside ? serving.answering().aside(made) : serving.answering().urgent(made);
      try {
        Duration patience = rush ? Duration.ZERO : PATIENCE;
        MessageCreateData data = message.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        event.reply(data).setEphemeral(hidden).complete();
      } catch (TimeoutException e) {
        InteractionHook hook = event.deferReply(hidden).complete();
        hook.editOriginal(MessageEditData.fromCreateData(late(message))).complete();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Serving.failed("command", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("no answer could be made", e);
    } finally {
      serving.work().leave();
    }
  }

  private MessageCreateData compute(Supplier<Optional<Reply>> answer, Frame frame) {
    try {
      Reply reply =
          answer.get().orElseGet(() -> serving.commands().notice(Phrases.Reply.ONE_MOMENT));
      return renderer.render(reply, frame.around(reply));
    } catch (RuntimeException | Error e) {
      Serving.failed("reply", e);
      return notice(Phrases.Reply.ERROR);
    }
  }

  private MessageCreateData late(CompletableFuture<MessageCreateData> message)
      throws InterruptedException, ExecutionException {
    try {
      return message.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return notice(Phrases.Reply.ERROR);
    }
  }

  private MessageCreateData notice(Phrases.Reply reply) {
    return renderer.render(serving.commands().notice(reply), Around.NOTHING);
  }
}
