package backchat.bot.conversation;

import backchat.knowledge.Comparison;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The explicit list of commands; a new one is a line in {@link #with}. Thread-safe. */
final class CommandList {
  private final Knowledge knowledge;
  private final Conversations conversations;
  private final List<Command> moderators;
  private final Optional<String> contact;

  /**
   * @param moderators commands for moderators, which are made elsewhere
   * @param contact whom askers write to about what is kept of them
   */
  CommandList(
      Knowledge knowledge,
      Conversations conversations,
      List<Command> moderators,
      Optional<String> contact) {
    this.knowledge = knowledge;
    this.conversations = conversations;
    this.moderators = List.copyOf(moderators);
    this.contact = contact;
  }

  /** The same list where askers can write to somebody. */
  CommandList naming(Optional<String> contact) {
    return new CommandList(knowledge, conversations, moderators, contact);
  }

  /** Every command, in the order of menus. */
  List<Command> with(Command.Run ask) {
    return Stream.concat(everybodys(ask).stream(), moderators.stream()).toList();
  }

  private List<Command> everybodys(Command.Run ask) {
    return List.of(
        Command.open("start", "Say hello and show how to ask", "", this::start),
        Command.open("help", "Show how to ask", "", this::help),
        Command.open("ask", "Ask a question about back pain", "question", ask),
        Command.open("topics", "Browse what I know by topic", "topic", this::topics),
        Command.open(
            "compare", "Put two kinds of massage side by side", "two names", this::compare),
        Command.open("sources", "Show what the answers rest on", "", this::sources),
        Command.open("about", "What this bot is", "", request -> notice(Phrases.Reply.ABOUT)),
        Command.open("privacy", "What is kept about you", "", request -> privacy()));
  }

  private Reply start(Request request) {
    return notice(Phrases.Reply.WELCOME);
  }

  private Reply help(Request request) {
    List<Block> text = new ArrayList<>();
    text.addAll(Replies.paragraphs(phrases().reply(Phrases.Reply.HELP)));
    text.add(
        new Block.Points(
            false,
            with(this::help).stream()
                .filter(command -> command.audience().includes(request.asker()))
                .map(
                    command ->
                        "/"
                            + command.name()
                            + (command.argument().isEmpty() ? "" : " <" + command.argument() + ">")
                            + " - "
                            + command.description())
                .toList()));
    text.addAll(Replies.paragraphs(phrases().longDisclaimer()));
    return new Reply.OfNotice(text);
  }

  private Reply topics(Request request) {
    Edition edition = knowledge.edition();
    Replies replies = new Replies(edition);
    String named = request.argument().strip().toLowerCase(Locale.ROOT);
    Optional<Reply> topic =
        edition.content().phrases().topics().entrySet().stream()
            .filter(
                t ->
                    t.getKey().equals(named) || t.getValue().toLowerCase(Locale.ROOT).equals(named))
            .findFirst()
            .flatMap(t -> replies.topic(t.getKey(), 0));
    return topic.orElseGet(replies::topics);
  }

  private Reply compare(Request request) {
    Edition edition = knowledge.edition();
    for (List<String> pair : Pairs.of(request.argument())) {
      Optional<Comparison> comparison = edition.compare(pair.getFirst(), pair.getLast());
      if (comparison.isPresent()) {
        return new Replies(edition).comparison(comparison.get());
      }
    }
    return notice(Phrases.Reply.NO_COMPARISON);
  }

  private Reply privacy() {
    List<Block> text = new ArrayList<>(Replies.paragraphs(phrases().reply(Phrases.Reply.PRIVACY)));
    String named = phrases().reply(Phrases.Reply.PRIVACY_CONTACT);
    contact.ifPresent(
        address -> text.add(new Block.Paragraph(named.replace("{contact}", address))));
    return new Reply.OfNotice(text);
  }

  private Reply sources(Request request) {
    Edition edition = knowledge.edition();
    return new Replies(edition)
        .sources(conversations.last(request.conversation()).flatMap(edition::passage));
  }

  private Reply notice(Phrases.Reply reply) {
    return new Replies(knowledge.edition()).notice(reply);
  }

  private Phrases phrases() {
    return knowledge.edition().content().phrases();
  }
}
