package backchat.bot.terminal;

import backchat.knowledge.Options;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    int code =
        new CommandLine(program)
            .addSubcommand(new ChatCommand(program, bot))
            .addSubcommand(program.runCommand)
            .addSubcommand(new ConfigCommand(program, bot))
            .addSubcommand(new AskCommand(program))
            .addSubcommand(new CheckCommand(program))
            .addSubcommand(new EvalCommand(program))
            .addSubcommand(new LearnCommand(program))
            .addSubcommand(new BenchCommand(program))
            .addSubcommand(new BenchReloadCommand(program))
            .addSubcommand(new KbCommand(program))
            .addSubcommand(new SoakCommand(program))
            .setOut(streams.out())
            .setErr(streams.err())
            .setExecutionExceptionHandler(program::failed)
            .execute(arguments);
    streams.out().flush();
    return code;
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
