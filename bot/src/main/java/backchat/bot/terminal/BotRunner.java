package backchat.bot.terminal;

import backchat.bot.store.Store;
import backchat.knowledge.Options;
import java.nio.file.Path;
import java.util.Optional;

/** The bot as the command line sees it; the wiring hands it over. Thread-safe. */
public interface BotRunner {
  /**
   * Whether the settings name a platform to serve, or have mistakes that should be told.
   *
   * @param config the operator's file; may be missing
   */
  boolean wanted(Path config);

  /**
   * Prints every setting with where it comes from, then every mistake.
   *
   * @param config the operator's file; may be missing
   * @return 0 fine, 2 when there are mistakes
   */
  int printSettings(Path config, Streams streams);

  /**
   * Opens what outlasts the process, for the moderator at the terminal.
   *
   * @param config the operator's file; may be missing
   * @return empty when the settings have mistakes
   */
  default Optional<Store> store(Path config) {
    return Optional.empty();
  }

  /**
   * Serves until the process is told to end.
   *
   * @param config the operator's file; may be missing
   * @param knowledge the content folder, where it is not the one in the settings
   * @param options how the knowledge is loaded
   * @return 0 fine, 1 failed, 2 wrong use
   */
  int run(Path config, Optional<Path> knowledge, Options options, Streams streams);
}
