package backchat.bot.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Entries in made-up words, to see how much the program bears. Immutable. */
final class MadeUpEntries {
  private static final int WORDS = 20_000;
  private static final String SYLLABLES =
      "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo";

  private MadeUpEntries() {}

  /** Writes that many entries beside those of a content folder, the same ones every time. */
  static void write(Path folder, int count) throws IOException {
    Random random = new Random(1);
    String source =
        Files.readString(folder.resolve("sources.yaml"))
            .replaceFirst("(?s).*?id: ([a-z0-9-]+).*", "$1");
    Path topic = folder.resolve("entries/basics");
    for (int i = 0; i < count; i++) {
      String name = "made-up-" + i;
      String text =
          """
          ---
          question: Does %s help with %s?
          also_asked:
            - is %s good for %s
          grade: claim
          sources: [%s]
          reviewed: 2026-01-01
          review_by: 2099-01-01
          ---
          %s.

          %s.
          """
              .formatted(
                  words(random, 2) + " " + Integer.toString(i, 36),
                  words(random, 2),
                  words(random, 2) + " " + Integer.toString(i, 36),
                  words(random, 2),
                  source,
                  words(random, 12),
                  words(random, 40));
      Files.writeString(topic.resolve(name + ".md"), text);
    }
  }

  private static String words(Random random, int count) {
    String[] syllables = SYLLABLES.split(" ");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int word = random.nextInt(WORDS);
      text.append(i == 0 ? "" : " ");
      for (int rest = word + syllables.length; rest > 0; rest /= syllables.length) {
        text.append(syllables[rest % syllables.length]);
      }
    }
    return text.toString();
  }
}
