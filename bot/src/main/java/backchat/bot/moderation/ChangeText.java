package backchat.bot.moderation;

import backchat.bot.conversation.Reply;
import backchat.knowledge.Checkup;
import backchat.knowledge.Difference;
import backchat.knowledge.Reload;
import backchat.knowledge.Summary;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a change did, or would do, in words for moderators; what is too much for a message comes as
 * an attached file. Immutable.
 */
final class ChangeText {
  private static final int MOST_PROBLEMS = 5;
  private static final int MOST_NAMES = 12;
  private static final int MOST_IN_PREVIEW = 6;
  private static final int LONGEST_PROBLEM = 300;

  private ChangeText() {}

  /**
   * @param serving number of the edition that serves now
   */
  static Reply of(Reload reload, int serving) {
    return switch (reload) {
      case Reload.Replaced replaced -> replaced(replaced);
      case Reload.Kept kept ->
          refused("Nothing was changed: edition " + serving + " goes on serving.", kept.problems());
      case Reload.AlreadyRunning running ->
          Reply.OfNotice.of(
              "Another change is running. Nothing was done; try again when it has been answered.");
    };
  }

  private static Reply replaced(Reload.Replaced reload) {
    Summary after = reload.after();
    boolean same = reload.before().edition() == after.edition();
    String first =
        same
            ? "Nothing has changed: edition %d (%s) goes on serving."
            : "Edition %d (%s) serves now, in the place of edition "
                + reload.before().edition()
                + ".";
    return report(
        List.of(
            first.formatted(after.edition(), StatusText.shortened(after.hash())),
            StatusText.holds(after),
            String.format(Locale.ROOT, "It took %.1f s.", reload.duration().toMillis() / 1e3)),
        reload.difference(),
        reload.warnings());
  }

  /**
   * @param difference from what serves to what was checked; empty when there are errors
   */
  static Reply of(Checkup checkup, Optional<Difference> difference) {
    if (difference.isEmpty()) {
      return refused("These files cannot be served.", checkup.problems());
    }
    return report(
        List.of(
            difference.get().isEmpty()
                ? "The files are right, and what serves is the same."
                : "The files are right. /kb reload would serve them.",
            StatusText.holds(checkup.summary().orElseThrow())),
        difference.get(),
        checkup.problems());
  }

  private static Reply report(List<String> first, Difference difference, List<Problem> warnings) {
    List<Block> text = new ArrayList<>();
    first.forEach(line -> text.add(new Block.Paragraph(line)));
    List<String> names = names(difference);
    List<String> rest = new ArrayList<>();
    points(text, rest, "Changes", names, MOST_NAMES);
    points(
        text, rest, "Warnings", warnings.stream().map(Problem::toString).toList(), MOST_PROBLEMS);
    return rest.isEmpty()
        ? new Reply.OfNotice(text)
        : new Reply.OfFile(text, "changes.txt", String.join("\n", rest) + "\n");
  }

  static Reply refused(String first, List<Problem> problems) {
    List<Block> text = new ArrayList<>();
    text.add(new Block.Paragraph(first));
    List<String> rest = new ArrayList<>();
    points(text, rest, "Errors", of(problems, Problem.Severity.ERROR), MOST_PROBLEMS);
    List<String> warnings = of(problems, Problem.Severity.WARNING);
    if (!rest.isEmpty() && !warnings.isEmpty()) {
      rest.add("Warnings: " + warnings.size());
      rest.addAll(warnings);
    }
    return rest.isEmpty()
        ? new Reply.OfNotice(text)
        : new Reply.OfFile(text, "problems.txt", String.join("\n", rest) + "\n");
  }

  /** What an install would do, short enough to stand beside a passage. */
  static List<Block> of(Difference difference, List<Problem> warnings) {
    List<Block> text = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    points(text, rest, "Changes", names(difference), MOST_IN_PREVIEW);
    points(
        text,
        rest,
        "Warnings",
        warnings.stream().map(Problem::toString).toList(),
        MOST_IN_PREVIEW / 2);
    if (text.isEmpty()) {
      text.add(new Block.Paragraph("It changes nothing that askers see."));
    }
    return text;
  }

  private static List<String> of(List<Problem> problems, Problem.Severity severity) {
    return problems.stream()
        .filter(problem -> problem.severity() == severity)
        .map(Problem::toString)
        .toList();
  }

  /** Adds the first points to the text, and when there are more, all of them to the rest. */
  private static void points(
      List<Block> text, List<String> rest, String what, List<String> all, int most) {
    if (all.isEmpty()) {
      return;
    }
    boolean more = all.size() > most;
    text.add(
        new Block.Paragraph(
            more
                ? String.format(Locale.ROOT, "%s: %,d, the first of them:", what, all.size())
                : what + ": " + all.size()));
    text.add(new Block.Points(false, all.stream().limit(most).map(ChangeText::shortened).toList()));
    if (more) {
      rest.add(what + ": " + all.size());
      rest.addAll(all);
    }
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST_PROBLEM
        ? line
        : line.substring(0, line.offsetByCodePoints(LONGEST_PROBLEM - 2, 0)) + "…";
  }

  private static List<String> names(Difference difference) {
    List<String> names = new ArrayList<>();
    names(names, "passage", difference.passages());
    names(names, "table", difference.tables());
    names(names, "red flag", difference.redFlags());
    names(names, "source", difference.sources());
    difference.others().forEach(name -> names.add(name + " changed"));
    return names;
  }

  private static void names(List<String> names, String what, Difference.Names changes) {
    changes.added().forEach(name -> names.add(what + " added: " + name));
    changes.removed().forEach(name -> names.add(what + " removed: " + name));
    changes.changed().forEach(name -> names.add(what + " changed: " + name));
  }
}
