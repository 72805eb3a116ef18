package backchat.bot.terminal;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Conversations;
import backchat.bot.conversation.CountedFeedback;
import backchat.bot.conversation.Flood;
import backchat.bot.conversation.Request;
import backchat.knowledge.Knowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** {@code soak}: whether memory grows with the questions asked. Confined to one thread. */
@CommandLine.Command(
    name = "soak",
    description = "Ask many questions of many people and print how much memory is held meanwhile.")
final class SoakCommand implements Runnable {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int LINES = 10;
  private static final long MEGA = 1 << 20;

  private final CommandLineProgram program;

  @CommandLine.Option(
      names = "--questions",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int questions;

  SoakCommand(CommandLineProgram program) {
    this.program = program;
  }

  @Override
  public void run() {
    PrintWriter out = program.streams().out();
    Knowledge knowledge = Opening.knowledge(program);
    List<String> texts =
        knowledge.edition().content().passages().stream()
            .flatMap(passage -> passage.questions().stream())
            .toList();
    Commands commands =
        new Commands(
            knowledge,
            new Conversations(program.clock()),
            new CountedFeedback(),
            new Flood(1, 1, program.clock()),
            List.of());
    out.println("questions  resident MB  heap MB after collection");
    print(out, 0);
    int step = Math.max(1, questions / LINES);
    for (int i = 1; i <= questions; i++) {
      Asker asker = new Asker("soak", Integer.toString(i), false);
      String text = texts.get(i % texts.size());
      commands.respond(Request.ask(text, asker, "soak " + i));
      if (i % step == 0) {
        print(out, i);
      }
    }
  }

  private static void print(PrintWriter out, int asked) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        Locale.ROOT,
        "%9d %12s %24d%n",
        asked,
        resident(),
        (runtime.totalMemory() - runtime.freeMemory()) / MEGA);
    out.flush();
  }

  /** As Linux counts it; a hyphen elsewhere. */
  private static String resident() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .map(kilobytes -> Long.toString(Long.parseLong(kilobytes) / 1024))
          .findFirst()
          .orElse("-");
    } catch (IOException e) {
      return "-";
    }
  }
}
