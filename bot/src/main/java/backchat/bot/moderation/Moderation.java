package backchat.bot.moderation;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Command;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.bot.store.Store;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Block;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The moderators' command and its explicit list of subcommands. Thread-safe. */
public final class Moderation {
  private final Knowledge knowledge;
  private final Audit audit;
  private final Clock clock;
  private final Consumer<String> changed;
  private final List<Subcommand> subcommands;
  private final List<Consumer<Reply>> told = new CopyOnWriteArrayList<>();

  /**
   * @param knowledge what is moderated
   * @param audit is told of every act
   * @param clock by which acts are dated
   * @param subcommands in the order of menus, each name once
   */
  public Moderation(Knowledge knowledge, Audit audit, Clock clock, List<Subcommand> subcommands) {
    this(knowledge, audit, clock, subcommands, hash -> {});
  }

  /**
   * @param changed is told the hash of what serves after an act that changed it
   */
  private Moderation(
      Knowledge knowledge,
      Audit audit,
      Clock clock,
      List<Subcommand> subcommands,
      Consumer<String> changed) {
    this.changed = changed;
    this.knowledge = knowledge;
    this.audit = audit;
    this.clock = clock;
    this.subcommands = List.copyOf(subcommands);
  }

  /**
   * All that moderators can do where a store keeps what they did.
   *
   * @param more subcommands that not every operator wants
   */
  public static Moderation of(
      Knowledge knowledge, Store store, Clock clock, List<Subcommand> more) {
    List<Subcommand> subcommands = new ArrayList<>();
    subcommands.addAll(new KnowledgeCommands(knowledge, store::trouble).all());
    subcommands.addAll(new GapCommands(store.gaps(), knowledge).all());
    subcommands.addAll(new StoreCommands(store, knowledge).all());
    subcommands.addAll(more);
    return new Moderation(
        knowledge, new StoredAudit(store.audit()), clock, subcommands, store.notices()::tell);
  }

  /** The command, for {@link Commands}. */
  public Command command() {
    return new Command(
        Commands.MODERATE,
        "For moderators: check, reload and undo what I know",
        "what to do",
        Command.Audience.MODERATORS,
        subcommands.stream()
            .map(s -> new Command.Part(s.name(), s.description(), s.argument(), s.file()))
            .toList(),
        this::reply);
  }

  private Reply reply(Request request) {
    String[] words = request.argument().strip().split("\\s+", 2);
    String name = words[0].toLowerCase(Locale.ROOT);
    Optional<Subcommand> chosen =
        subcommands.stream().filter(subcommand -> subcommand.name().equals(name)).findFirst();
    if (chosen.isEmpty()) {
      return list(name);
    }
    int before = knowledge.edition().number();
    String argument = words.length > 1 ? words[1] : "";
    Outcome outcome = chosen.get().run().run(new Act(argument, request.asker(), request.upload()));
    return noted(request.asker(), outcome, before)
        .map(trouble -> with(outcome.reply(), trouble))
        .orElse(outcome.reply());
  }

  /** Who from now on is told of every act that did something. */
  public void tell(Consumer<Reply> others) {
    told.add(others);
  }

  /** Notes an act and tells those who want to know. */
  Optional<String> noted(Asker who, Outcome outcome, int before) {
    int after = knowledge.edition().number();
    if (after != before) {
      changed.accept(knowledge.edition().content().hash());
    }
    AuditEntry entry =
        new AuditEntry(
            clock.instant(),
            who.platform(),
            who.id(),
            outcome.what(),
            outcome.result(),
            before,
            after);
    if (outcome.isChange()) {
      Reply note =
          Reply.OfNotice.of(
              "/kb %s on %s by %s: %s. Edition %d served before, %d serves now."
                  .formatted(
                      entry.what(), entry.platform(), entry.who(), entry.result(), before, after));
      told.forEach(one -> Thread.ofVirtual().name("moderators-note").start(() -> one.accept(note)));
    }
    return audit.note(entry);
  }

  private Reply list(String unknown) {
    List<Block> text = new ArrayList<>();
    if (!unknown.isEmpty()) {
      text.add(new Block.Paragraph("There is no /kb " + unknown + ". There is:"));
    }
    text.add(
        new Block.Points(
            false,
            subcommands.stream()
                .map(
                    s ->
                        "/kb "
                            + s.name()
                            + (s.argument().isEmpty() ? "" : " <" + s.argument() + ">")
                            + " - "
                            + s.description())
                .toList()));
    return new Reply.OfNotice(text);
  }

  /** Tells the trouble where the reply has room for it. */
  private static Reply with(Reply reply, String trouble) {
    return switch (reply) {
      case Reply.OfNotice notice -> new Reply.OfNotice(plus(notice.text(), trouble));
      case Reply.OfFile file ->
          new Reply.OfFile(plus(file.text(), trouble), file.name(), file.content());
      case Reply.OfPreview preview ->
          new Reply.OfPreview(preview.passage(), plus(preview.text(), trouble), preview.choices());
      case Reply.OfChoices choices ->
          new Reply.OfChoices(plus(choices.text(), trouble), choices.choices(), choices.apart());
      case Reply.OfPassage passage -> passage;
      case Reply.OfComparison comparison -> comparison;
      case Reply.OfCard card -> card;
    };
  }

  private static List<Block> plus(List<Block> text, String trouble) {
    List<Block> all = new ArrayList<>(text);
    all.add(new Block.Paragraph(trouble));
    return all;
  }
}
