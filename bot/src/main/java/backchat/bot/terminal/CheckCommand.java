package backchat.bot.terminal;

import backchat.knowledge.Checkup;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Problem;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code check}: every problem of a content folder, and its self-test. Confined to one thread. */
@CommandLine.Command(
    name = "check",
    description = "List every problem of the content folder and ask it its own questions.")
final class CheckCommand implements Callable<Integer> {
  private final CommandLineProgram program;

  @CommandLine.Parameters(paramLabel = "DIR", arity = "0..1", description = "The content folder.")
  private Path folder;

  @CommandLine.Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  CheckCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    Checkup checkup =
        Knowledge.check(
            folder == null ? program.folder() : folder, program.clock(), program.options());
    if (json) {
      program.streams().out().println(json(checkup));
    } else {
      print(checkup, program.streams().out());
    }
    return checkup.count(Problem.Severity.ERROR) == 0 ? 0 : 1;
  }

  private static void print(Checkup checkup, PrintWriter out) {
    for (Problem problem : checkup.problems()) {
      out.println(word(problem) + " " + problem);
    }
    checkup
        .summary()
        .ifPresent(
            s ->
                out.printf(
                    Locale.ROOT,
                    "%,d passages with %,d phrasings, %d tables with %d rows, %d red flags, %d"
                        + " sources%n",
                    s.passages(),
                    s.phrasings(),
                    s.tables(),
                    s.rows(),
                    s.redFlags(),
                    s.sources()));
    out.printf(
        Locale.ROOT,
        "%d files read: %d errors, %d warnings%n",
        checkup.files(),
        checkup.count(Problem.Severity.ERROR),
        checkup.count(Problem.Severity.WARNING));
  }

  private static String json(Checkup checkup) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.createObjectNode();
    node.put("files", checkup.files());
    node.put("errors", checkup.count(Problem.Severity.ERROR));
    node.put("warnings", checkup.count(Problem.Severity.WARNING));
    ArrayNode problems = node.putArray("problems");
    for (Problem problem : checkup.problems()) {
      problems
          .addObject()
          .put("severity", word(problem))
          .put("file", problem.file())
          .put("line", problem.line())
          .put("message", problem.message());
    }
    checkup
        .summary()
        .ifPresent(
            s -> {
              ObjectNode summary = node.putObject("summary");
              summary.put("hash", s.hash()).put("passages", s.passages());
              summary.put("phrasings", s.phrasings()).put("tables", s.tables());
              summary.put("rows", s.rows()).put("red_flags", s.redFlags());
              summary.put("sources", s.sources());
            });
    return mapper.writeValueAsString(node);
  }

  private static String word(Problem problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }
}
