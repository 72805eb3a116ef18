package backchat.bot.moderation;

import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Checkup;
import backchat.knowledge.Difference;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Match;
import backchat.knowledge.Question;
import backchat.knowledge.Reload;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Problem;
import backchat.knowledge.keeping.KeptEdition;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The subcommands about the knowledge itself. Thread-safe. */
public final class KnowledgeCommands {
  private static final int MOST_NEAR = 3;

  private final Knowledge knowledge;
  private final Supplier<Optional<String>> store;

  /**
   * @param knowledge what is moderated
   */
  public KnowledgeCommands(Knowledge knowledge) {
    this(knowledge, Optional::empty);
  }

  /**
   * @param knowledge what is moderated
   * @param store says what is wrong with what is kept; empty when nothing is
   */
  KnowledgeCommands(Knowledge knowledge, Supplier<Optional<String>> store) {
    this.knowledge = knowledge;
    this.store = store;
  }

  /** All of them, in the order of menus. */
  public List<Subcommand> all() {
    return List.of(
        new Subcommand(
            "status", "Say what is served, and whether the files differ", "", this::status),
        new Subcommand("check", "Check the files without serving them", "", this::check),
        new Subcommand("reload", "Check the files and serve them", "", this::reload),
        new Subcommand("history", "List the editions to go back to", "", this::history),
        new Subcommand("rollback", "Go back to an earlier edition", "edition", this::rollback),
        new Subcommand("explain", "Say why a question gets its answer", "question", this::explain),
        new Subcommand("show", "Show a passage as askers see it", "passage", this::show));
  }

  private Outcome status(Act act) {
    return Outcome.shown("status", StatusText.of(knowledge.status(), store.get()));
  }

  private Outcome check(Act act) {
    Checkup checkup = knowledge.check();
    return new Outcome(
        "check",
        checkup.edition().isPresent() ? "right" : errors(checkup.problems()),
        ChangeText.of(checkup, checkup.edition().map(e -> Difference.of(knowledge.edition(), e))));
  }

  private Outcome reload(Act act) {
    return changed("reload", knowledge.reload(), knowledge.edition());
  }

  private Outcome rollback(Act act) {
    if (!act.argument().matches("\\d{1,9}")) {
      return Outcome.refused(
          "rollback", "Write the number of an edition, such as /kb rollback " + example());
    }
    String what = "rollback " + Integer.parseInt(act.argument());
    return changed(what, knowledge.rollback(Integer.parseInt(act.argument())), knowledge.edition());
  }

  private String example() {
    return knowledge.history().stream()
        .filter(kept -> kept.number() != knowledge.edition().number())
        .findFirst()
        .map(kept -> String.valueOf(kept.number()))
        .orElse("41");
  }

  /** The outcome of a change, as the log and the moderator get it. */
  static Outcome changed(String what, Reload reload, Edition serving) {
    return new Outcome(
        what,
        switch (reload) {
          case Reload.Replaced replaced ->
              replaced.difference().isEmpty() ? "nothing changed" : "replaced";
          case Reload.Kept kept -> errors(kept.problems());
          case Reload.AlreadyRunning running -> "already running";
        },
        ChangeText.of(reload, serving.number()));
  }

  static String errors(List<Problem> problems) {
    long errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    return "refused, errors: " + errors;
  }

  private Outcome history(Act act) {
    List<KeptEdition> kept = knowledge.history();
    return Outcome.shown(
        "history",
        kept.isEmpty()
            ? Reply.OfNotice.of("No edition is kept to go back to.")
            : StatusText.of(kept, knowledge.edition().number()));
  }

  private Outcome explain(Act act) {
    return act.argument().isEmpty()
        ? Outcome.refused("explain", "Write a question after it.")
        : Outcome.shown(
            "explain",
            ExplanationText.of(
                knowledge.edition().explain(new Question(act.argument()), ExplanationText.MOST)));
  }

  private Outcome show(Act act) {
    Edition edition = knowledge.edition();
    Optional<Passage> passage = edition.passage(act.argument());
    if (passage.isPresent()) {
      return Outcome.shown(
          "show " + passage.get().id(), new Replies(edition).passage(passage.get()));
    }
    String near =
        edition.rank(new Question(act.argument().replaceAll("[^a-z0-9]", " ")), MOST_NEAR).stream()
            .map(Match::passage)
            .map(Passage::id)
            .collect(Collectors.joining(", "));
    return Outcome.refused(
        "show",
        "There is no such passage. "
            + (near.isEmpty() ? "Write its id, such as topic/name." : "Perhaps: " + near));
  }
}
