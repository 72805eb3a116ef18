package backchat.bot.moderation;

import backchat.bot.conversation.Reply;
import backchat.bot.store.AuditLog;
import backchat.bot.store.FeedbackCounts;
import backchat.bot.store.Store;
import backchat.bot.store.StoreDown;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Passage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The subcommands about what is kept: the audit log and the votes. Thread-safe. */
public final class StoreCommands {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private static final int FEW = 10;
  private static final int MOST = 1_000;

  /** Fewer votes than this say little. */
  private static final int VOTES = 5;

  private final Store store;
  private final Knowledge knowledge;

  /**
   * @param store what is kept
   * @param knowledge names passages
   */
  public StoreCommands(Store store, Knowledge knowledge) {
    this.store = store;
    this.knowledge = knowledge;
  }

  /** All of them, in the order of menus. */
  public List<Subcommand> all() {
    return List.of(
        new Subcommand(
            "feedback", "List passages that often were not what was asked", "", this::feedback),
        new Subcommand("audit", "List what moderators did, and check the log", "", this::audit));
  }

  private Outcome feedback(Act act) {
    try {
      List<FeedbackCounts.Tally> worst = store.feedback().worst(VOTES, FEW);
      if (worst.isEmpty()) {
        return Outcome.shown(
            "feedback",
            Reply.OfNotice.of(
                "No passage has %d votes and a \"not what I asked\" among them.".formatted(VOTES)));
      }
      return Outcome.shown(
          "feedback",
          new Reply.OfNotice(
              List.of(
                  new Block.Paragraph(
                      "Passages by their share of \"not what I asked\", from %d votes on:"
                          .formatted(VOTES)),
                  new Block.Points(true, worst.stream().map(this::line).toList()))));
    } catch (StoreDown e) {
      return down("feedback", e);
    }
  }

  private String line(FeedbackCounts.Tally tally) {
    long votes = tally.helped() + tally.missed();
    Optional<Passage> passage = knowledge.edition().passage(tally.passage());
    String editions =
        tally.firstEdition() == tally.lastEdition()
            ? "edition " + tally.firstEdition()
            : "editions %d to %d".formatted(tally.firstEdition(), tally.lastEdition());
    return "%s: %d %% of %d votes, shown %d times (%s)%s"
        .formatted(
            tally.passage(),
            Math.round(100.0 * tally.missed() / votes),
            votes,
            tally.answered(),
            editions,
            passage.map(p -> " - " + p.question()).orElse(" - no longer there"));
  }

  private Outcome audit(Act act) {
    try {
      List<AuditLog.Entry> latest = store.audit().latest(MOST);
      Optional<AuditLog.Break> broken = store.audit().verify();
      List<Block> text = new ArrayList<>();
      text.add(
          new Block.Paragraph(
              broken
                  .map(
                      b ->
                          "The log was tampered with: entry %d: %s."
                              .formatted(b.number(), b.says()))
                  .orElse(
                      latest.isEmpty()
                          ? "Nothing has been noted yet."
                          : "The chain holds: %d entries, the last hash begins with %s."
                              .formatted(
                                  latest.getFirst().number(),
                                  latest.getFirst().hash().substring(0, 12)))));
      if (latest.isEmpty()) {
        return Outcome.shown("audit", new Reply.OfNotice(text));
      }
      text.add(
          new Block.Points(false, latest.stream().limit(FEW).map(StoreCommands::line).toList()));
      return Outcome.shown(
          "audit",
          latest.size() <= FEW
              ? new Reply.OfNotice(text)
              : new Reply.OfFile(
                  text,
                  "audit.txt",
                  String.join("\n", latest.stream().map(StoreCommands::line).toList()) + "\n"));
    } catch (StoreDown e) {
      return down("audit", e);
    }
  }

  private static String line(AuditLog.Entry entry) {
    AuditLog.Act act = entry.act();
    String editions =
        act.before() == act.after()
            ? "edition " + act.after()
            : "edition %d, then %d".formatted(act.before(), act.after());
    return "%d. %s, %s %s: %s - %s (%s)"
        .formatted(
            entry.number(),
            TIME.format(entry.at()),
            act.platform(),
            act.who(),
            act.what(),
            act.result(),
            editions);
  }

  static Outcome down(String what, StoreDown e) {
    return Outcome.refused(what, "That cannot be looked up now: " + e.getMessage() + ".");
  }
}
