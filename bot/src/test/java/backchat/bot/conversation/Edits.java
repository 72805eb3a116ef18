package backchat.bot.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What moderators do to the small folder between their orders, and what they are told, the same on
 * every platform. Immutable.
 */
public final class Edits {
  private static final Path GOLDEN = Path.of("src/test/resources/backchat/bot/moderation");
  private static final List<String> ENTRIES =
      List.of(
          "basics/causes",
          "basics/how-common",
          "basics/daily-impact",
          "self-care/exercise",
          "self-care/breathing",
          "self-care/bed-rest",
          "modality/swedish");

  private Edits() {}

  /** Another word in one entry. */
  public static void change(Path folder) {
    replace(folder.resolve("entries/basics/causes.md"), "Strain is common", "Strain is named");
  }

  /** A mistake in each of seven entries. */
  public static void breakAll(Path folder) {
    ENTRIES.forEach(
        id -> replace(folder.resolve("entries/" + id + ".md"), "\ngrade: ", "\ngrade: very "));
  }

  private static void replace(Path file, String from, String to) {
    try {
      String text = Files.readString(file);
      if (!text.contains(from)) {
        throw new IllegalStateException(file + " does not hold " + from);
      }
      Files.writeString(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With what differs from run to run, or with every edit of the real knowledge, taken out. */
  public static String masked(String text) {
    return text.replaceAll("\\([0-9a-f]{12}\\)", "(hash)")
        .replaceAll("passages, [0-9a-f]{12}", "passages, hash")
        .replaceAll("It took [0-9.]+ s", "It took 0.5 s")
        .replaceAll(
            "with \\d+ phrasings, (\\d+) tables, \\d+ red flags and \\d+ sources",
            "with 60 phrasings, $1 tables, 16 red flags and 57 sources");
  }

  /**
   * Whether what was seen is what stands in the golden file; with {@code -Dgolden=write} the file
   * is rewritten, and the answer is still no.
   */
  public static boolean isGolden(String name, String seen) {
    try {
      Path file = GOLDEN.resolve(name + ".txt");
      String masked = masked(seen);
      boolean same = Files.exists(file) && Files.readString(file).equals(masked);
      if (!same && "write".equals(System.getProperty("golden"))) {
        Files.createDirectories(GOLDEN);
        Files.writeString(file, masked);
      }
      return same;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
