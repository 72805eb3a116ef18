package backchat.bot.discord;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.knowledge.content.Phrases;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;

/** Mentions, replies to us, direct messages and posts of help forums. Thread-safe. */
final class Messages extends ListenerAdapter {
  private final Serving serving;
  private final DiscordRenderer renderer;

  Messages(Serving serving, DiscordRenderer renderer) {
    this.serving = serving;
    this.renderer = renderer;
  }

  @Override
  public void onMessageReceived(MessageReceivedEvent event) {
    take(event.getMessage());
  }

  /**
   * Answers a message if it is for us and was not answered before; lets nothing escape.
   *
   * @return whether it was for us, as far as could be told
   */
  boolean take(Message message) {
    try {
      Optional<Addressed> addressed = Addressed.of(message, serving.config().helpForums());
      if (addressed.isEmpty() || !serving.once().first(message.getId())) {
        return false;
      }
      answer(message, addressed.get());
    } catch (RuntimeException | Error e) {
      Serving.failed("message", e);
    }
    return true;
  }

  private void answer(Message message, Addressed addressed) {
    Request request = request(message, addressed);
    if (!serving.work().enter()) {
      Reply busy = serving.commands().busy(request);
      if (!addressed.post() || isWorthAPost(busy)) {
        send(message, busy);
      }
      return;
    }
    try {
      Supplier<Optional<Reply>> made =
          addressed.text().isEmpty() && !message.getAttachments().isEmpty()
              ? () -> Optional.of(serving.commands().notice(Phrases.Reply.WORDS_ONLY))
              : () -> serving.commands().respond(request);
      boolean slow = request.command().equals(Commands.MODERATE);
      (slow ? serving.answering().aside(made) : serving.answering().patient(made))
          .join()
          .filter(reply -> !addressed.post() || isWorthAPost(reply))
          .ifPresent(reply -> send(message, reply));
    } finally {
      serving.work().leave();
    }
  }

  private Request request(Message message, Addressed addressed) {
    Asker asker = asker(message);
    String conversation = Serving.conversation(message.getChannel(), message.getAuthor());
    if (addressed.text().startsWith("/")) {
      String[] words = addressed.text().substring(1).split("\\s+", 2);
      String argument = words.length > 1 ? words[1] : "";
      return new Request(words[0], argument, asker, conversation);
    }
    return Request.ask(addressed.text(), asker, conversation);
  }

  private Asker asker(Message message) {
    Member member = message.getMember();
    return serving.asker(
        message.getAuthor(),
        member == null ? "" : member.getEffectiveName(),
        message.isFromGuild() ? message.getGuild().getId() : "",
        member == null ? List.of() : member.getRoles());
  }

  /** A post is answered when its title is, and with a card; a refusal would only disturb. */
  private static boolean isWorthAPost(Reply reply) {
    return reply instanceof Reply.OfPassage || reply instanceof Reply.OfCard;
  }

  private void send(Message message, Reply reply) {
    // with the same nonce Discord keeps the first answer only, should another copy answer too
    MessageCreateAction send =
        message
            .getChannel()
            .sendMessage(renderer.render(reply, Around.NOTHING))
            .setNonce(message.getId());
    if (message.isFromGuild()) {
      send.setMessageReference(message.getId()).failOnInvalidReply(false);
    }
    send.complete();
  }
}
