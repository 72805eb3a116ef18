package backchat.bot.terminal;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** {@code config}: prints the settings that hold. Confined to one thread. */
@CommandLine.Command(
    name = "config",
    description = "Print every setting with where it comes from; secrets as stars.")
final class ConfigCommand implements Callable<Integer> {
  private final CommandLineProgram program;
  private final BotRunner bot;

  @CommandLine.Mixin private ConfigFile file = new ConfigFile();

  ConfigCommand(CommandLineProgram program, BotRunner bot) {
    this.program = program;
    this.bot = bot;
  }

  @Override
  public Integer call() {
    return bot.printSettings(file.path(), program.streams());
  }
}
