package backchat.bot.terminal;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

/** The option that names the settings. Confined to one thread. */
final class ConfigFile {
  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec command;

  @CommandLine.Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings; by default config/backchat.properties.")
  private Path named;

  /** The file that was named, else the one that comes with the program, which may be missing. */
  Path path() {
    if (named != null && !Files.isRegularFile(named)) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--config names " + named + ", which is no file");
    }
    return named == null ? CommandLineProgram.home().resolve("config/backchat.properties") : named;
  }
}
