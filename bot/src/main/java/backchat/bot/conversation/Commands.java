package backchat.bot.conversation;

import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The explicit list of commands, and the one place where requests are answered. Thread-safe. */
public final class Commands {
  /** The command that acts of moderators run, whether typed or pressed. */
  public static final String MODERATE = "kb";

  private final Knowledge knowledge;
  private final Conversations conversations;
  private final Feedback feedback;
  private final Flood flood;
  private final Sharing sharing;
  private final CommandList list;
  private final Tally tally;
  private final Guard guard;
  private final List<Command> all;

  /**
   * @param knowledge asked for answers
   * @param conversations remembers what was seen last
   * @param feedback counts what became of passages
   * @param flood holds back askers who send too much
   * @param sharing takes questions that found no sure answer
   * @param moderators commands for moderators; a press on {@link Choice.Moderate} runs {@link
   *     #MODERATE}
   */
  public Commands(
      Knowledge knowledge,
      Conversations conversations,
      Feedback feedback,
      Flood flood,
      Sharing sharing,
      List<Command> moderators) {
    this.knowledge = knowledge;
    this.conversations = conversations;
    this.feedback = feedback;
    this.flood = flood;
    this.sharing = sharing;
    this.list = new CommandList(knowledge, conversations, moderators, Optional.empty());
    this.tally = Tally.NONE;
    this.guard = new Guard(knowledge, flood, tally);
    this.all = list.with(this::ask);
  }

  /** The same without sharing. */
  public Commands(
      Knowledge knowledge,
      Conversations conversations,
      Feedback feedback,
      Flood flood,
      List<Command> moderators) {
    this(knowledge, conversations, feedback, flood, Sharing.NONE, moderators);
  }

  private Commands(Commands same, CommandList list, Tally tally) {
    this.knowledge = same.knowledge;
    this.conversations = same.conversations;
    this.feedback = same.feedback;
    this.flood = same.flood;
    this.sharing = same.sharing;
    this.list = list;
    this.tally = tally;
    this.guard = new Guard(knowledge, flood, tally);
    this.all = list.with(this::ask);
  }

  /** The same for one platform: counted, and with whom askers write to about their data. */
  public Commands operated(Tally tally, Optional<String> contact) {
    return new Commands(this, list.naming(contact), tally);
  }

  /** What happens is counted here. */
  public Tally tally() {
    return tally;
  }

  /** Every command, in the order of menus. */
  public List<Command> all() {
    return all;
  }

  /**
   * Answers a request. Whatever goes wrong inside becomes one polite notice and one logged stack
   * trace, which never quotes the question.
   *
   * @return empty when the asker has sent so much that silence is the answer
   */
  public Optional<Reply> respond(Request request) {
    return guard.guarded(request.asker(), request, () -> guard.danger(request), () -> run(request));
  }

  /** What is said when there is too much in hand: the card of a sign of danger, else "busy". */
  public Reply busy(Request request) {
    return guard.busy(request);
  }

  private Reply run(Request request) {
    Optional<Command> command =
        all.stream().filter(one -> one.name().equals(request.command())).findFirst();
    Optional<Reply> danger =
        looksItself(command, request.asker()) ? Optional.empty() : guard.danger(request);
    if (danger.isPresent() || command.isEmpty()) {
      return danger.orElseGet(() -> notice(Phrases.Reply.HELP));
    }
    return command.get().audience().includes(request.asker())
        ? command.get().run().reply(request)
        : notice(Phrases.Reply.NOT_ALLOWED);
  }

  /** Asking looks for signs of danger itself, and moderators quote what others wrote. */
  private static boolean looksItself(Optional<Command> command, Asker asker) {
    return command.isPresent()
        && (command.get().name().equals("ask")
            || command.get().audience() == Command.Audience.MODERATORS && asker.moderator());
  }

  /**
   * Does what a choice says.
   *
   * @return empty when the asker has sent so much that silence is the answer
   */
  public Optional<Reply> choose(Choice.Action action, Asker asker, String conversation) {
    if (action instanceof Choice.Moderate act) {
      return respond(new Request(MODERATE, act.words(), asker, conversation));
    }
    return guard.guarded(
        asker, "choice", Optional::empty, () -> chosen(action, asker, conversation));
  }

  private Reply chosen(Choice.Action action, Asker asker, String conversation) {
    Edition edition = knowledge.edition();
    Replies replies = new Replies(edition);
    return switch (action) {
      case Choice.ShowPassage show ->
          edition
              .passage(show.id())
              .<Reply>map(
                  passage -> {
                    saw(conversation, passage, edition);
                    return replies.passage(passage);
                  })
              .orElseGet(() -> replies.notice(Phrases.Reply.GONE));
      case Choice.ShowTopic show ->
          replies
              .topic(show.topic(), show.page())
              .orElseGet(() -> replies.notice(Phrases.Reply.GONE));
      case Choice.ShowTopics all -> replies.topics();
      case Choice.Rate rate -> rated(rate, edition, replies);
      case Choice.Share share ->
          switch (sharing.share(share.code(), asker)) {
            case SHARED -> replies.notice(Phrases.Reply.SHARED);
            case GONE -> replies.notice(Phrases.Reply.SHARE_GONE);
            case FAILED -> replies.notice(Phrases.Reply.SHARE_FAILED);
          };
      case Choice.Moderate act -> throw new IllegalStateException("is a request, see above");
    };
  }

  private Reply rated(Choice.Rate rate, Edition edition, Replies replies) {
    if (edition.passage(rate.passage()).isEmpty()) {
      return replies.notice(Phrases.Reply.GONE);
    }
    feedback.rated(rate.passage(), edition.number(), rate.helped());
    return replies.notice(rate.helped() ? Phrases.Reply.HELPED : Phrases.Reply.NOT_HELPED);
  }

  private void saw(String conversation, Passage passage, Edition edition) {
    conversations.saw(conversation, passage.id());
    feedback.answered(passage.id(), edition.number());
  }

  /**
   * What may be meant by a question that is still being typed: the card alone if it is a red flag,
   * else passages, best first. Nothing is remembered or counted.
   *
   * @param most passages at most
   */
  public List<Reply> preview(String text, int most) {
    Edition edition = knowledge.edition();
    Replies replies = new Replies(edition);
    Question question = new Question(text);
    Optional<Answer.Urgent> danger = edition.danger(question);
    if (danger.isPresent()) {
      return List.of(replies.of(danger.get()));
    }
    return edition.rank(question, most).stream()
        .map(match -> (Reply) replies.passage(match.passage()))
        .toList();
  }

  /** One of the fixed replies in the words of the current edition. */
  public Reply.OfNotice notice(Phrases.Reply reply) {
    return new Replies(knowledge.edition()).notice(reply);
  }

  /** The action behind a code of {@link ActionCodes}; empty when there is none any more. */
  public Optional<Choice.Action> action(String code) {
    return ActionCodes.read(code, knowledge.edition());
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
    long from = System.nanoTime();
    Answer answer =
        edition.answer(new Question(text), new Context(conversations.last(conversation)));
    tally.answered(answer, Duration.ofNanos(System.nanoTime() - from));
    switch (answer) {
      case Answer.Found found -> saw(conversation, found.passage(), edition);
      case Answer.Urgent urgent ->
          urgent.then().ifPresent(found -> saw(conversation, found.passage(), edition));
      case Answer.Unsure unsure -> {}
      case Answer.NotFound nothing -> {}
      case Answer.Compared compared -> conversations.saw(conversation, compared.nearest().id());
      case Answer.SmallTalk talk -> {}
      case Answer.OtherLanguage other -> {}
    }
    return new Answered(answer, edition);
  }

  private Reply ask(Request request) {
    Answered answered = answer(request.argument(), request.conversation());
    return Offer.with(answered, request, sharing);
  }
}
