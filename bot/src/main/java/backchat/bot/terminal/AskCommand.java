package backchat.bot.terminal;

import backchat.bot.conversation.Commands;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code ask}: one answer, or one JSON object a line of standard input. Confined to one thread. */
@CommandLine.Command(
    name = "ask",
    description = "Answer one question, or with --json each line of standard input.")
final class AskCommand implements Callable<Integer> {
  private static final int WIDTH = 100;

  private final CommandLineProgram program;

  @CommandLine.Parameters(paramLabel = "QUESTION", arity = "0..*", description = "The question.")
  private List<String> words = List.of();

  @CommandLine.Option(
      names = "--json",
      description = "Read questions from standard input, write one JSON object a line.")
  private boolean json;

  @CommandLine.Option(
      names = "--top",
      paramLabel = "N",
      description = "How many candidates each JSON object lists (default: 10).")
  private int top = 10;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  AskCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 0) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--top is " + top + "; write 0 or more");
    }
    if (!json && words.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "No question; write ask \"...\", or ask --json and pipe questions");
    }
    Commands commands = Opening.commands(program);
    if (json) {
      new JsonLines(commands, top).run(program.streams());
      return 0;
    }
    Commands.Answered answered = commands.answer(String.join(" ", words), "ask");
    Style style = program.streams().seen() ? Style.COLOURED : Style.PLAIN;
    program.streams().out().println(new TerminalRenderer(style, WIDTH).render(answered.reply()));
    return 0;
  }
}
