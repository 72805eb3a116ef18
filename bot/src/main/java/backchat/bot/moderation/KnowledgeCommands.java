package backchat.bot.moderation;

import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Summary;
import java.util.List;

/** The subcommands about the knowledge itself. Thread-safe. */
public final class KnowledgeCommands {
  private final Knowledge knowledge;

  /**
   * @param knowledge what is moderated
   */
  public KnowledgeCommands(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** All of them, in the order of menus. */
  public List<Subcommand> all() {
    return List.of(
        new Subcommand("status", "Say what is served", "", this::status),
        new Subcommand("show", "Show a passage as askers see it", "passage", this::show));
  }

  private Outcome status(Act act) {
    Summary state = knowledge.summary();
    return Outcome.shown(
        "status",
        Reply.OfNotice.of(
            "Edition %d serves %d passages with %d phrasings, %d tables, %d red flags and %d sources."
                .formatted(
                    state.edition(),
                    state.passages(),
                    state.phrasings(),
                    state.tables(),
                    state.redFlags(),
                    state.sources())));
  }

  private Outcome show(Act act) {
    Edition edition = knowledge.edition();
    return edition
        .passage(act.argument())
        .map(p -> Outcome.shown("show " + p.id(), new Replies(edition).passage(p)))
        .orElseGet(
            () ->
                Outcome.refused(
                    "show", "There is no such passage; write its id, such as modality/swedish."));
  }
}
