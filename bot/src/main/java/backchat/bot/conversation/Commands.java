package backchat.bot.conversation;

import backchat.knowledge.Answer;
import backchat.knowledge.Comparison;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The explicit list of commands, and the one place where requests are answered. Thread-safe. */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Knowledge knowledge;
  private final Conversations conversations;
  private final List<Command> all;

  /**
   * @param knowledge asked for answers
   * @param conversations remembers what was seen last
   */
  public Commands(Knowledge knowledge, Conversations conversations) {
    this.knowledge = knowledge;
    this.conversations = conversations;
    this.all =
        List.of(
            new Command("start", "Say hello and show how to ask", "", this::start),
            new Command("help", "Show how to ask", "", this::help),
            new Command("ask", "Ask a question about back pain", "question", this::ask),
            new Command("topics", "Browse what I know by topic", "topic", this::topics),
            new Command(
                "compare", "Put two kinds of massage side by side", "two names", this::compare),
            new Command("sources", "Show what the answers rest on", "", this::sources),
            new Command("about", "What this bot is", "", request -> notice(Phrases.Reply.ABOUT)),
            new Command(
                "privacy", "What is kept about you", "", request -> notice(Phrases.Reply.PRIVACY)));
  }

  /** Every command, in the order of menus. */
  public List<Command> all() {
    return all;
  }

  /**
   * Answers a request. Whatever goes wrong inside becomes one polite notice and one logged stack
   * trace, which never quotes the question.
   */
  public Reply respond(Request request) {
    try {
      return all.stream()
          .filter(command -> command.name().equals(request.command()))
          .findFirst()
          .map(command -> command.run().reply(request))
          .orElseGet(() -> notice(Phrases.Reply.HELP));
    } catch (RuntimeException e) {
      LOG.error("a {} failed", request, e);
      return notice(Phrases.Reply.ERROR);
    }
  }

  /** Does what a choice says. */
  public Reply choose(Choice.Action action, String conversation) {
    Edition edition = knowledge.edition();
    Replies replies = new Replies(edition);
    return switch (action) {
      case Choice.ShowPassage show ->
          edition
              .passage(show.id())
              .<Reply>map(
                  passage -> {
                    conversations.saw(conversation, passage.id());
                    return replies.passage(passage);
                  })
              .orElseGet(() -> replies.notice(Phrases.Reply.GONE));
      case Choice.ShowTopic show ->
          replies.topic(show.topic()).orElseGet(() -> replies.notice(Phrases.Reply.GONE));
    };
  }

  /** An answer with the edition that gave it. Immutable. */
  public record Answered(Answer answer, Edition edition) {
    /** What the bot says. */
    public Reply reply() {
      return new Replies(edition).of(answer);
    }
  }

  /** Answers a question in a conversation and remembers the passage that it was shown. */
  public Answered answer(String text, String conversation) {
    Edition edition = knowledge.edition();
    Answer answer =
        edition.answer(new Question(text), new Context(conversations.last(conversation)));
    switch (answer) {
      case Answer.Found found -> conversations.saw(conversation, found.passage().id());
      case Answer.Urgent urgent ->
          urgent.then().ifPresent(found -> conversations.saw(conversation, found.passage().id()));
      case Answer.Unsure unsure -> {}
      case Answer.NotFound nothing -> {}
      case Answer.SmallTalk talk -> {}
    }
    return new Answered(answer, edition);
  }

  private Reply ask(Request request) {
    return answer(request.argument(), request.conversation()).reply();
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
            all.stream()
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
            .flatMap(t -> replies.topic(t.getKey()));
    return topic.orElseGet(
        () ->
            replies.topics(
                Replies.paragraphs(
                    edition.content().phrases().reply(Phrases.Reply.NOT_FOUND_TOPICS)),
                edition.content().phrases().topics().keySet().stream()
                    .filter(word -> replies.topic(word).isPresent())
                    .toList()));
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
