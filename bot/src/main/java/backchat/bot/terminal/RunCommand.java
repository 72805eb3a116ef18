package backchat.bot.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code run}: serves Telegram and Discord as configured. Confined to one thread. */
@CommandLine.Command(
    name = "run",
    description = "Serve Telegram and Discord; a platform without a token is off.")
final class RunCommand implements Callable<Integer> {
  private final CommandLineProgram program;
  private final BotRunner bot;

  @CommandLine.Mixin private ConfigFile file = new ConfigFile();

  RunCommand(CommandLineProgram program, BotRunner bot) {
    this.program = program;
    this.bot = bot;
  }

  @Override
  public Integer call() {
    return bot.run(file.path(), program.chosenFolder(), program.options(), program.streams());
  }

  /** Whether a platform has a token, or the settings have mistakes. */
  boolean wanted() {
    return bot.wanted(file.path());
  }
}
