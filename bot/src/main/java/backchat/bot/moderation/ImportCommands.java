package backchat.bot.moderation;

import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Upload;
import backchat.knowledge.Checkup;
import backchat.knowledge.Difference;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The subcommands that bring files into the content folder. Thread-safe. */
public final class ImportCommands {
  /** Telegram hands out files up to this size to bots. */
  private static final long LARGEST = 20_000_000;

  private static final String PREVIEW = "preview";

  private final Knowledge knowledge;
  private final Drafts drafts;

  /**
   * @param knowledge what is moderated
   * @param drafts files that were looked at and are not installed yet
   */
  public ImportCommands(Knowledge knowledge, Drafts drafts) {
    this.knowledge = knowledge;
    this.drafts = drafts;
  }

  /** All of them, in the order of menus. */
  public List<Subcommand> all() {
    return List.of(
        new Subcommand(
            PREVIEW, "Look at a file before it is installed", "passage", true, this::preview),
        new Subcommand("install", "Install a file that was looked at", "code", this::install),
        new Subcommand("discard", "Forget a file that was looked at", "code", this::discard));
  }

  private Outcome preview(Act act) {
    if (act.upload().isEmpty()) {
      return Outcome.refused(
          PREVIEW,
          "Send a file with it: an entry .md, a table .csv or its .yaml, or the content folder as"
              + " .zip.");
    }
    try {
      Map<String, Optional<byte[]>> changes =
          drafts.together(
              act.asker(),
              Uploads.changes(
                  act.upload().get().name(),
                  fetched(act.upload().get()),
                  act.argument(),
                  knowledge.files()));
      return previewed(act, changes);
    } catch (Uploads.Refused e) {
      return Outcome.refused(PREVIEW, "This file is not taken: " + e.getMessage() + ".");
    }
  }

  private static byte[] fetched(Upload upload) throws Uploads.Refused {
    if (upload.bytes() > LARGEST) {
      throw new Uploads.Refused("it is larger than 20 MB");
    }
    try {
      return upload.content().fetch(LARGEST);
    } catch (IOException e) {
      throw new Uploads.Refused("it cannot be fetched; send it again");
    }
  }

  private Outcome previewed(Act act, Map<String, Optional<byte[]>> changes) {
    String what = PREVIEW + " of files: " + changes.size();
    Checkup checkup = knowledge.check(changes);
    if (checkup.edition().isEmpty()) {
      drafts.keep(act.asker(), changes, false);
      return new Outcome(
          what,
          KnowledgeCommands.errors(checkup.problems()),
          ChangeText.refused("This file cannot be served as it is.", checkup.problems()));
    }
    Edition edition = checkup.edition().get();
    Difference difference = Difference.of(knowledge.edition(), edition);
    String code = drafts.keep(act.asker(), changes, true);
    Optional<Reply.OfPassage> passage =
        Stream.concat(
                difference.passages().added().stream(), difference.passages().changed().stream())
            .findFirst()
            .flatMap(edition::passage)
            .map(new Replies(edition)::passage);
    return Outcome.shown(
        what,
        new Reply.OfPreview(
            passage,
            ChangeText.of(difference, checkup.problems()),
            List.of(
                new Choice("Install", new Choice.Moderate("install " + code)),
                new Choice("Discard", new Choice.Moderate("discard " + code)))));
  }

  private Outcome install(Act act) {
    Optional<Map<String, Optional<byte[]>>> changes = drafts.take(act.argument());
    if (changes.isEmpty()) {
      return Outcome.refused("install", "That file is forgotten. Send it again.");
    }
    String names = String.join(", ", changes.get().keySet().stream().sorted().limit(5).toList());
    return KnowledgeCommands.changed(
        "install of files: " + changes.get().size() + ", " + names,
        knowledge.install(changes.get()),
        knowledge.edition());
  }

  private Outcome discard(Act act) {
    drafts.take(act.argument());
    return Outcome.shown("discard", Reply.OfNotice.of("That file is forgotten."));
  }
}
