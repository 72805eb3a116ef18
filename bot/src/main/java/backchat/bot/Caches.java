package backchat.bot;

import backchat.bot.config.Config;
import backchat.knowledge.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where what takes long to make is kept between starts. Immutable. */
final class Caches {
  private static final Logger LOG = LoggerFactory.getLogger(Caches.class);

  private Caches() {}

  /** Caches belong to the data; a first start takes over those that came with the program. */
  static Options of(Config config, Options options) {
    Path kept = config.data().resolve("vectors.bin");
    try {
      Files.createDirectories(config.data());
      if (options.vectors().isPresent()) {
        Path ours = options.vectors().get();
        takeOver(ours, kept);
        for (String beside :
            List.of(
                Options.LIKENESS, Options.CONTENT, Options.WORDS_INDEX, Options.MEANING_INDEX)) {
          takeOver(ours.resolveSibling(beside), kept.resolveSibling(beside));
        }
      }
    } catch (IOException e) {
      LOG.warn("{} is not taken over from the program; it is computed anew", kept, e);
    }
    return new Options(
        options.meaning() && config.meaning(), Optional.of(kept), Optional.of(config.data()));
  }

  private static void takeOver(Path ours, Path kept) throws IOException {
    if (Files.exists(ours) && Files.notExists(kept)) {
      Files.copy(ours, kept);
    }
  }
}
