package backchat.bot.conversation;

import backchat.knowledge.BrokenContent;
import backchat.knowledge.Knowledge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A folder with a few entries of our own, which moderators' edits do not change, beside the
 * phrases, sources, language and red flags of the real one. Immutable.
 */
public final class SmallKnowledge {
  private static final Path OWN = Path.of("src/test/resources/backchat/bot/telegram/knowledge");
  private static final Path REAL = Path.of("../knowledge/content");

  private SmallKnowledge() {}

  /** Makes the folder in another. */
  public static Path folder(Path parent) {
    Path folder = parent.resolve("small-knowledge");
    try {
      copy(OWN, folder);
      for (String name : List.of("phrases.yaml", "sources.yaml", "language", "red-flags")) {
        if (Files.exists(REAL.resolve(name))) {
          copy(REAL.resolve(name), folder.resolve(name));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the folder and loads it, for words alone. */
  public static Knowledge open(Path parent) {
    try {
      return Knowledge.open(folder(parent), Clock.systemUTC());
    } catch (BrokenContent e) {
      throw new IllegalStateException(e.problems().toString(), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
