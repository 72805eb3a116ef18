package backchat.bot.moderation;

import backchat.bot.conversation.Reply;
import backchat.knowledge.Status;
import backchat.knowledge.Summary;
import backchat.knowledge.content.Block;
import backchat.knowledge.keeping.KeptEdition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What serves, in words for moderators. Immutable. */
final class StatusText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private StatusText() {}

  /**
   * @param store what is wrong with what is kept; empty when nothing is
   */
  static Reply of(Status status, Optional<String> store) {
    Summary serving = status.serving();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Edition %d (%s) serves since %s."
            .formatted(serving.edition(), shortened(serving.hash()), time(status.since())));
    lines.add(holds(serving));
    if (status.rolledBack()) {
      lines.add(
          "A moderator went back to this edition. It serves until the next reload, also after a"
              + " restart.");
    }
    lines.add(
        switch (status.files()) {
          case SAME -> "The files on disk are the same.";
          case OTHER ->
              "The files on disk are "
                  + (status.rolledBack() ? "other than what is served" : "newer")
                  + "; /kb check says whether they are right, /kb reload serves them.";
          case GONE -> "The files on disk cannot be read; what was read before serves on.";
        });
    status.trouble().ifPresent(trouble -> lines.add("Trouble: " + trouble + "."));
    store.ifPresent(trouble -> lines.add("Trouble: " + trouble + "."));
    return Reply.OfNotice.of(String.join("\n", lines));
  }

  static String holds(Summary serving) {
    return String.format(
        Locale.ROOT,
        "It holds %,d passages with %,d phrasings, %d tables, %d red flags and %d sources.",
        serving.passages(),
        serving.phrasings(),
        serving.tables(),
        serving.redFlags(),
        serving.sources());
  }

  static Reply of(List<KeptEdition> kept, int serving) {
    return new Reply.OfNotice(
        List.of(
            new Block.Paragraph("Editions to go back to, the newest first:"),
            new Block.Points(
                false,
                kept.stream()
                    .map(
                        one ->
                            String.format(
                                Locale.ROOT,
                                "%d%s: %s, %,d passages, %s",
                                one.number(),
                                one.number() == serving ? " (serves now)" : "",
                                time(one.loaded()),
                                one.passages(),
                                shortened(one.hash())))
                    .toList())));
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Enough of a hash to tell editions apart. */
  static String shortened(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
