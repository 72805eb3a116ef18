package backchat.bot.telegram;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Updates to what they ask of us, or to nothing: chatter, other bots, our own. Immutable. */
final class Updates {
  /** Later edits are left alone: nobody expects an old answer to change. */
  private static final int EDIT_SECONDS = 120;

  private static final Pattern COMMAND =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?", Pattern.DOTALL);

  private final Downloads downloads;
  private final Me me;
  private final TelegramConfig config;

  Updates(Me me, TelegramConfig config, Downloads downloads) {
    this.downloads = downloads;
    this.me = me;
    this.config = config;
  }

  /** What an update asks of us; empty when it is not for us. */
  Optional<Incoming> read(Update update) {
    if (update.getMessage() != null) {
      return message(update.getMessage(), false);
    }
    if (update.getEditedMessage() != null) {
      Message edited = update.getEditedMessage();
      boolean soon =
          edited.getEditDate() != null
              && edited.getDate() != null
              && edited.getEditDate() - edited.getDate() <= EDIT_SECONDS;
      return soon ? message(edited, true) : Optional.empty();
    }
    if (update.getCallbackQuery() != null && update.getCallbackQuery().getFrom() != null) {
      return Optional.of(pressed(update.getCallbackQuery()));
    }
    return Optional.ofNullable(update.getInlineQuery())
        .map(
            query ->
                new Incoming.Typed(
                    query.getId(), Optional.ofNullable(query.getQuery()).orElse("")));
  }

  private Optional<Incoming> message(Message message, boolean edited) {
    Chat chat = message.getChat();
    if (chat == null || "channel".equals(chat.getType()) || isOwnOrMachines(message)) {
      return Optional.empty();
    }
    Incoming.Place place = place(message);
    String text = text(message);
    if (text.isEmpty() && !place.group()) {
      boolean words = edited || !Wordless.is(message);
      String album = Optional.ofNullable(message.getMediaGroupId()).orElse("");
      return words
          ? Optional.empty()
          : Optional.of(
              new Incoming.Wordless(
                  request("start", "", message, place), place, message.getMessageId(), album));
    }
    Matcher command = COMMAND.matcher(text);
    if (command.matches()) {
      return command(command, message, place, edited);
    }
    return addressed(message, text, place)
        .map(
            question ->
                new Incoming.Asked(
                    request("ask", question, message, place),
                    place,
                    message.getMessageId(),
                    false,
                    edited));
  }

  /** Our own posts in somebody's name, other bots, channels that post into a group. */
  private boolean isOwnOrMachines(Message message) {
    User from = message.getFrom();
    boolean ownPost = message.getViaBot() != null && message.getViaBot().getId() == me.id();
    boolean anonymousAdmin =
        message.getSenderChat() != null
            && message.getSenderChat().getId().equals(message.getChat().getId());
    return from == null
        || ownPost
        || Boolean.TRUE.equals(message.getIsAutomaticForward())
        || (Boolean.TRUE.equals(from.getIsBot()) && !anonymousAdmin);
  }

  private Optional<Incoming> command(
      Matcher command, Message message, Incoming.Place place, boolean edited) {
    if (command.group(2) != null && !command.group(2).equalsIgnoreCase(me.name())) {
      return Optional.empty();
    }
    String name = command.group(1).toLowerCase(Locale.ROOT);
    String argument = Optional.ofNullable(command.group(3)).orElse("").strip();
    Request bare = request(name, argument, message, place);
    Request request =
        name.equals(Commands.MODERATE)
            ? document(message).map(downloads::of).map(bare::with).orElse(bare)
            : bare;
    int id = message.getMessageId();
    if (name.equals("start") && !argument.isEmpty() && !edited) {
      return Optional.of(new Incoming.Opened(argument, request, place, id));
    }
    Message other = message.getReplyToMessage();
    if (name.equals("ask") && argument.isEmpty() && other != null && !beginsTopic(other)) {
      Request aboutOther = request(name, text(other), message, place);
      return Optional.of(new Incoming.Asked(aboutOther, place, id, true, edited));
    }
    return Optional.of(new Incoming.Asked(request, place, id, false, edited));
  }

  /** The file in a message, or in the one that it replies to. */
  private static Optional<Document> document(Message message) {
    return Optional.ofNullable(message.getDocument())
        .or(() -> Optional.ofNullable(message.getReplyToMessage()).map(Message::getDocument));
  }

  /** The question in a message to the bot; empty when it is not to the bot. */
  private Optional<String> addressed(Message message, String text, Incoming.Place place) {
    Optional<String> mentioned = Mentions.removed(message, text, me);
    boolean reply =
        message.getReplyToMessage() != null
            && !beginsTopic(message.getReplyToMessage())
            && message.getReplyToMessage().getFrom() != null
            && message.getReplyToMessage().getFrom().getId() == me.id();
    return !place.group() || reply ? Optional.of(mentioned.orElse(text)) : mentioned;
  }

  /** In a topic each message looks like a reply to the one that began the topic. */
  private static boolean beginsTopic(Message message) {
    return message.getForumTopicCreated() != null;
  }

  private Incoming pressed(CallbackQuery query) {
    Optional<Incoming.Place> place = Optional.empty();
    int id = 0;
    if (query.getMessage() instanceof Message message) {
      place = Optional.of(place(message));
      id = message.getMessageId();
    } else if (query.getMessage() != null && query.getMessage().getChat() != null) {
      Chat chat = query.getMessage().getChat();
      place = Optional.of(new Incoming.Place(chat.getId(), Optional.empty(), isGroup(chat)));
      id = query.getMessage().getMessageId();
    }
    String code = Optional.ofNullable(query.getData()).orElse("");
    Incoming.Place at = place.orElse(new Incoming.Place(0, Optional.empty(), false));
    return new Incoming.Pressed(
        query.getId(), code, request("choose", "", query.getFrom(), at, false), place, id);
  }

  private Request request(String command, String argument, Message message, Incoming.Place place) {
    boolean anonymousAdmin =
        message.getSenderChat() != null
            && message.getSenderChat().getId() == place.chat()
            && config.moderatorChats().contains(place.chat());
    return request(command, argument, message.getFrom(), place, anonymousAdmin);
  }

  private Request request(
      String command, String argument, User from, Incoming.Place place, boolean anonymousAdmin) {
    boolean moderator = anonymousAdmin || config.moderators().contains(from.getId());
    String conversation =
        "telegram %d %d %d".formatted(place.chat(), place.topic().orElse(0), from.getId());
    Asker asker = new Asker("telegram", from.getId().toString(), moderator, names(from));
    return new Request(command, argument, asker, conversation);
  }

  private static List<String> names(User from) {
    return Stream.of(from.getFirstName(), from.getLastName(), from.getUserName())
        .filter(name -> name != null && !name.isBlank())
        .toList();
  }

  private static Incoming.Place place(Message message) {
    Optional<Integer> topic =
        message.isTopicMessage()
            ? Optional.ofNullable(message.getMessageThreadId())
            : Optional.empty();
    return new Incoming.Place(message.getChat().getId(), topic, isGroup(message.getChat()));
  }

  private static boolean isGroup(Chat chat) {
    return !"private".equals(chat.getType());
  }

  /** The words of a message: a picture's caption is as good a question as any. */
  private static String text(Message message) {
    String text = message.getText() != null ? message.getText() : message.getCaption();
    return text == null ? "" : text.strip();
  }
}
