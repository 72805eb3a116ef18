package backchat.bot.terminal;

import backchat.knowledge.Edition;
import backchat.knowledge.evaluation.Labelled;
import backchat.knowledge.learning.Learning;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code learn}: labelled questions to weights of the index. Confined to one thread. */
@CommandLine.Command(
    name = "learn",
    description =
        "Learn the weights of the index from labelled questions: prints what cross-validation says"
            + " and the lines of weights.properties.")
final class LearnCommand implements Callable<Integer> {
  private final CommandLineProgram program;

  @CommandLine.Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Questions that are cross-validated.")
  private List<Path> files;

  @CommandLine.Option(
      names = "--extra",
      paramLabel = "FILE",
      description = "Questions that only train; may be given several times.")
  private List<Path> extra = List.of();

  LearnCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Edition edition = Opening.knowledge(program).edition();
    Learning learning = new Learning(edition, read(files), read(extra));
    PrintWriter out = program.streams().out();
    learning.crossValidated().lines().forEach(out::println);
    out.println();
    out.print(learning.learnt().lines(edition.index().hasMeaning()));
    return 0;
  }

  private static List<Labelled> read(List<Path> files) {
    List<Labelled> questions = new ArrayList<>();
    for (Path file : files) {
      try {
        questions.addAll(Labelled.read(file));
      } catch (IOException e) {
        throw new Failure("backchat: " + e.getMessage());
      }
    }
    return questions;
  }
}
