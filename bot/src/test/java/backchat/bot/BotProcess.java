package backchat.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the real program as a process, by words alone. Immutable. */
public final class BotProcess {
  private BotProcess() {}

  /** Where a process that was started in this folder writes what it says. */
  public static Path log(Path folder) {
    return folder.resolve("log");
  }

  /**
   * Starts it, without likeness of meaning unless the settings say otherwise.
   *
   * @param folder for settings, data and log
   * @param settings lines of the properties file
   * @param environment variables, such as tokens
   * @param options for the virtual machine
   * @param more options of the command
   */
  public static Process start(
      Path folder,
      String settings,
      Map<String, String> environment,
      List<String> options,
      String... more)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("backchat.properties"),
            "knowledge.meaning = off\n" + settings + "\ndata.folder = data\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "backchat.bot.Main"));
    command.addAll(List.of("run", "--config", file.toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
    return builder.start();
  }

  /** Options for the command that name the project's own knowledge. */
  public static String[] wholeKnowledge() {
    return new String[] {
      "--knowledge", Path.of("../knowledge/content").toAbsolutePath().normalize().toString()
    };
  }
}
