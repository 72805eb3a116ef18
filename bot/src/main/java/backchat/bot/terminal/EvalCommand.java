package backchat.bot.terminal;

import backchat.knowledge.Knowledge;
import backchat.knowledge.evaluation.Evaluation;
import backchat.knowledge.evaluation.Labelled;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code eval}: labelled questions to rates. Confined to one thread. */
@CommandLine.Command(
    name = "eval",
    description = "Ask labelled questions (one JSON object a line) and print how it went.")
final class EvalCommand implements Callable<Integer> {
  private final CommandLineProgram program;

  @CommandLine.Parameters(paramLabel = "FILE", arity = "1..*", description = "The questions.")
  private List<Path> files;

  @CommandLine.Option(names = "--misses", description = "Print a line for each miss.")
  private boolean misses;

  EvalCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Knowledge knowledge = Opening.knowledge(program);
    Evaluation evaluation = new Evaluation(knowledge.edition());
    PrintWriter out = program.streams().out();
    for (Path file : files) {
      try {
        List<Labelled> questions = Labelled.read(file);
        evaluation.ask(questions);
        out.println(questions.size() + " questions of " + file);
      } catch (IOException e) {
        throw new Failure("backchat: " + e.getMessage());
      }
    }
    evaluation.rates().lines().forEach(out::println);
    if (evaluation.missing() > 0) {
      out.println(evaluation.missing() + " questions expect only passages that do not exist yet");
    }
    if (misses) {
      evaluation.misses().forEach(out::println);
    }
    return 0;
  }
}
