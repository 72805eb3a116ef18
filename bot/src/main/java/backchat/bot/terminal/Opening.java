package backchat.bot.terminal;

import backchat.knowledge.BrokenContent;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Problem;
import java.util.stream.Collectors;

/** Opens the knowledge for a subcommand. Immutable. */
final class Opening {
  private static final int MOST_SHOWN = 20;

  private Opening() {}

  /**
   * The knowledge of the program's content folder.
   *
   * @throws Failure if the folder has errors, listing the first of them
   */
  static Knowledge knowledge(CommandLineProgram program) {
    try {
      return Knowledge.open(program.folder(), program.clock());
    } catch (BrokenContent e) {
      String shown =
          e.problems().stream()
              .filter(problem -> problem.severity() == Problem.Severity.ERROR)
              .limit(MOST_SHOWN)
              .map(Problem::toString)
              .collect(Collectors.joining("\n"));
      throw new Failure(
          shown
              + "\nbackchat: "
              + program.folder()
              + " has errors; './backchat check' lists them all");
    }
  }
}
