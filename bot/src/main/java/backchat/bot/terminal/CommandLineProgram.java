package backchat.bot.terminal;

import backchat.knowledge.Options;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The command line of Backchat. Confined to one thread. */
@CommandLine.Command(
    name = "backchat",
    description = "Back-pain questions answered from reviewed passages, word for word.",
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "Without a command: the bot when a platform has a token, else the chat in this terminal."
    })
public final class CommandLineProgram implements Callable<Integer> {
  private final Streams streams;
  private final Clock clock;
  private final BotRunner bot;
  private final RunCommand runCommand;

  @CommandLine.Option(
      names = "--knowledge",
      paramLabel = "DIR",
      scope = CommandLine.ScopeType.INHERIT,
      description = "The content folder; by default the one that comes with the program.")
  private Path knowledge;

  @CommandLine.Option(
      names = "--meaning",
      paramLabel = "on|off",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Whether likeness of meaning is used beside words (default: on).")
  private Switch meaning = Switch.on;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  /** Words of an option that is on or off. */
  private enum Switch {
    on,
    off
  }

  /**
   * @param clock tells today's date
   */
  private CommandLineProgram(Streams streams, Clock clock, BotRunner bot) {
    this.streams = streams;
    this.clock = clock;
    this.bot = bot;
    this.runCommand = new RunCommand(this, bot);
  }

  /**
   * Runs the program.
   *
   * @param arguments as typed
   * @param clock tells today's date
   * @param bot what {@code run} does
   * @return 0 fine, 1 failed, 2 wrong use
   */
  public static int run(String[] arguments, Streams streams, Clock clock, BotRunner bot) {
    CommandLineProgram program = new CommandLineProgram(streams, clock, bot);
    Map<String, Supplier<Object>> commands = program.commands();
    // describing a command takes a while, so the others are left out where the first word names it
    Supplier<Object> named = arguments.length == 0 ? null : commands.get(arguments[0]);
    CommandLine line = new CommandLine(program);
    (named == null ? commands.values() : List.of(named))
        .forEach(command -> line.addSubcommand(command.get()));
    int code =
        line.setOut(streams.out())
            .setErr(streams.err())
            .setExecutionExceptionHandler(program::failed)
            .execute(arguments);
    streams.out().flush();
    return code;
  }

  /** Every command by name, in the order in which the help lists them. */
  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("chat", () -> new ChatCommand(this, bot));
    commands.put("run", () -> runCommand);
    commands.put("config", () -> new ConfigCommand(this, bot));
    commands.put("ask", () -> new AskCommand(this));
    commands.put("check", () -> new CheckCommand(this));
    commands.put("eval", () -> new EvalCommand(this));
    commands.put("learn", () -> new LearnCommand(this));
    commands.put("bench", () -> new BenchCommand(this));
    commands.put("bench-reload", () -> new BenchReloadCommand(this));
    commands.put("kb", () -> new KbCommand(this));
    commands.put("soak", () -> new SoakCommand(this));
    return commands;
  }

  /** The folder of the program, as the launcher says; the working folder without one. */
  static Path home() {
    return Path.of(System.getProperty("backchat.home", ""));
  }

  private int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (e instanceof Failure) {
      streams.err().println(e.getMessage());
    } else {
      streams.err().println("backchat: something went wrong inside (" + e + ")");
      org.slf4j.LoggerFactory.getLogger(CommandLineProgram.class).error("command failed", e);
    }
    return commandLine.getCommandSpec().exitCodeOnExecutionException();
  }

  /** No subcommand: the bot when a platform has a token, else the chat. */
  @Override
  public Integer call() {
    if (runCommand.wanted()) {
      return runCommand.call();
    }
    new ChatCommand(this, bot).run();
    return 0;
  }

  Streams streams() {
    return streams;
  }

  Clock clock() {
    return clock;
  }

  /** How the knowledge is loaded; vectors are kept in the program's data folder. */
  Options options() {
    return new Options(meaning == Switch.on, Optional.of(home().resolve("data/vectors.bin")));
  }

  /** The same, and the last editions are kept where the launcher says that the program lives. */
  Options keeping() {
    Options options = options();
    return System.getProperty("backchat.home") == null
        ? options
        : new Options(options.meaning(), options.vectors(), Optional.of(home().resolve("data")));
  }

  Path folder() {
    return chosenFolder().orElse(home().resolve("knowledge/content"));
  }

  /** The content folder that was named on the command line. */
  Optional<Path> chosenFolder() {
    return Optional.ofNullable(knowledge);
  }
}
