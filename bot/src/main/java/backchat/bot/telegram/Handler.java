package backchat.bot.telegram;

import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Once;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.knowledge.content.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Has what is asked answered, and sends the answer. Thread-safe. */
final class Handler {
  private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

  /** Two taps on the same button of the same message within this time are one. */
  private static final Duration DOUBLE_TAP = Duration.ofSeconds(10);

  /** Commands that show more to moderators, or are theirs. */
  private static final Set<String> FOR_MODERATORS = Set.of(Commands.MODERATE, "help");

  private static final Duration RATED = Duration.ofHours(12);
  private static final Duration ALBUM = Duration.ofMinutes(1);

  private final Commands commands;
  private final TelegramRenderer renderer;
  private final GroupWelcome groupWelcome;
  private final Administrators administrators;
  private final Outbox outbox;
  private final Toasts toasts;
  private final RecentReplies recent;
  private final Once taps;
  private final Once ratings;
  private final Once albums;

  Handler(
      Commands commands,
      TelegramRenderer renderer,
      GroupWelcome groupWelcome,
      Administrators administrators,
      Outbox outbox,
      Toasts toasts,
      Clock clock) {
    this.commands = commands;
    this.renderer = renderer;
    this.groupWelcome = groupWelcome;
    this.administrators = administrators;
    this.outbox = outbox;
    this.toasts = toasts;
    this.recent = new RecentReplies(clock);
    this.taps = new Once(DOUBLE_TAP, clock);
    this.ratings = new Once(RATED, clock);
    this.albums = new Once(ALBUM, clock);
  }

  /**
   * Answers; returns when Telegram has taken the answer.
   *
   * @param busy whether there is too much in hand to look for an answer
   * @param progress told of the one message that must not be sent twice
   * @throws InterruptedException if the bot stops first
   */
  void handle(Incoming incoming, boolean busy, Outbox.Progress progress)
      throws InterruptedException {
    switch (incoming) {
      case Incoming.Asked asked -> asked(asked, busy, progress);
      case Incoming.Opened opened -> opened(opened, busy, progress);
      case Incoming.Wordless wordless -> wordless(wordless, progress);
      case Incoming.Pressed pressed -> pressed(pressed, busy, progress);
      case Incoming.Typed typed -> toasts.typed(typed);
    }
  }

  private void asked(Incoming.Asked asked, boolean busy, Outbox.Progress progress)
      throws InterruptedException {
    boolean welcome = asked.place().group() && asked.request().command().equals("start");
    Optional<Reply> reply =
        busy
            ? Optional.of(commands.busy(asked.request()))
            : welcome ? Optional.of(groupWelcome.reply()) : respond(asked);
    if (reply.isEmpty() || isUnknownInGroup(asked)) {
      return;
    }
    Optional<Integer> earlier =
        asked.edited() ? recent.to(asked.place().chat(), asked.message()) : Optional.empty();
    if (earlier.isPresent()) {
      edit(asked.place(), earlier.get(), reply.get());
    } else {
      send(asked.place(), reply.get(), asked.message(), asked.quiet(), progress);
    }
  }

  /** Who administers the moderators' chat is asked only where it matters. */
  private Optional<Reply> respond(Incoming.Asked asked) throws InterruptedException {
    boolean matters = FOR_MODERATORS.contains(asked.request().command());
    return commands.respond(
        matters ? administrators.checked(asked.request(), asked.place().chat()) : asked.request());
  }

  /** A command that we do not have is somebody else's in a group. */
  private boolean isUnknownInGroup(Incoming.Asked asked) {
    return asked.place().group()
        && commands.all().stream()
            .noneMatch(command -> command.name().equals(asked.request().command()));
  }

  private void opened(Incoming.Opened opened, boolean busy, Outbox.Progress progress)
      throws InterruptedException {
    Optional<Choice.Action> action = commands.action(opened.code());
    if (busy || action.isEmpty() || opened.place().group()) {
      asked(
          new Incoming.Asked(opened.request(), opened.place(), opened.message(), false, false),
          busy,
          progress);
      return;
    }
    Optional<Reply> reply =
        commands.choose(action.get(), opened.request().asker(), opened.request().conversation());
    if (reply.isPresent()) {
      send(opened.place(), reply.get(), opened.message(), false, progress);
    }
  }

  private void wordless(Incoming.Wordless wordless, Outbox.Progress progress)
      throws InterruptedException {
    boolean told =
        !wordless.album().isEmpty()
            && !albums.first(wordless.place().chat() + " " + wordless.album());
    if (!told) {
      Reply reply = commands.notice(Phrases.Reply.WORDS_ONLY);
      send(wordless.place(), reply, wordless.message(), false, progress);
    }
  }

  private void pressed(Incoming.Pressed pressed, boolean busy, Outbox.Progress progress)
      throws InterruptedException {
    Optional<Choice.Action> action = commands.action(pressed.code());
    if (busy || action.isEmpty() || pressed.place().isEmpty()) {
      toasts.alert(pressed, busy ? Phrases.Reply.BUSY : Phrases.Reply.GONE);
      return;
    }
    boolean rating = action.get() instanceof Choice.Rate;
    boolean isAct = action.get() instanceof Choice.Moderate;
    String tap =
        pressed.place().get().chat()
            + " "
            + pressed.message()
            + " "
            + pressed.request().asker().key()
            + " "
            + (rating ? "rate" : pressed.code());
    if (!(rating ? ratings : taps).first(tap)) {
      toasts.silent(pressed);
      return;
    }
    Request request =
        isAct
            ? administrators.checked(pressed.request(), pressed.place().get().chat())
            : pressed.request();
    Optional<Reply> reply = commands.choose(action.get(), request.asker(), request.conversation());
    if (reply.isEmpty()) {
      toasts.silent(pressed);
    } else if (reply.get() instanceof Reply.OfNotice notice && !isAct) {
      toasts.notice(pressed, notice, !rating);
    } else {
      toasts.silent(pressed);
      show(pressed, pressed.place().get(), reply.get(), progress);
    }
  }

  /** A menu turns its own page; a passage comes as a new message, so that the menu stays. */
  private void show(
      Incoming.Pressed pressed, Incoming.Place place, Reply reply, Outbox.Progress progress)
      throws InterruptedException {
    if (reply instanceof Reply.OfChoices) {
      edit(place, pressed.message(), reply);
    } else {
      send(place, reply, pressed.message(), false, progress);
    }
  }

  private void send(
      Incoming.Place place, Reply reply, int answered, boolean quiet, Outbox.Progress progress)
      throws InterruptedException {
    Payload payload = rendered(reply);
    Optional<Integer> replyTo = place.group() ? Optional.of(answered) : Optional.empty();
    Optional<Message> sent =
        outbox.send(place, chat -> Messages.send(chat, place, payload, replyTo, quiet), progress);
    sent.ifPresent(message -> recent.answered(place.chat(), answered, message.getMessageId()));
    attach(place, payload, replyTo);
  }

  /** Says something that nobody asked for; not said again when the bot stops first. */
  void tell(long chat, Reply reply) {
    Incoming.Place place = new Incoming.Place(chat, Optional.empty(), chat < 0);
    Payload payload = rendered(reply);
    try {
      outbox.send(
          place,
          to -> Messages.send(to, place, payload, Optional.empty(), true),
          Outbox.Progress.NONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void edit(Incoming.Place place, int message, Reply reply) throws InterruptedException {
    Payload payload = rendered(reply);
    outbox.send(place, chat -> Messages.edit(chat, message, payload), Outbox.Progress.NONE);
    attach(place, payload, Optional.of(message));
  }

  private void attach(Incoming.Place place, Payload payload, Optional<Integer> replyTo)
      throws InterruptedException {
    if (payload.file().isPresent()) {
      outbox.upload(place, chat -> Messages.file(chat, place, payload.file().get(), replyTo));
    }
  }

  private Payload rendered(Reply reply) {
    try {
      return renderer.render(reply);
    } catch (RuntimeException | Error e) {
      LOG.error("a reply could not be rendered", e);
      return renderer.render(commands.notice(Phrases.Reply.ERROR));
    }
  }
}
