package backchat.bot.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Entries in made-up words, to see how much the program bears. Immutable. */
final class MadeUpEntries {
  private static final int IN_A_SENTENCE = 6;
  private static final String[] OPENINGS =
      "b bl br c cl cr d dr f fl fr g gl gr h j k l m n p pl pr r s sk sl sm sn sp st t tr v w"
          .split(" ");
  private static final String[] MIDDLES = "a e i o u".split(" ");
  private static final String[] ENDS =
      "b ck d ft g ld lk lp m mp n nd nk nt p pt rb rd rk rm rn rt sk sp st t".split(" ");

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
          related: []
          reviewed: 2026-01-01
          review_by: 2099-01-01
          ---
          %s

          %s
          """
              .formatted(
                  words(random, 2) + " " + Integer.toString(i, 36),
                  words(random, 2),
                  words(random, 2) + " " + Integer.toString(i, 36),
                  words(random, 2),
                  source,
                  sentences(random, 2),
                  sentences(random, 8));
      Files.writeString(topic.resolve(name + ".md"), text);
    }
  }

  private static String sentences(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String words = words(random, IN_A_SENTENCE);
      text.append(i == 0 ? "" : " ")
          .append(Character.toUpperCase(words.charAt(0)))
          .append(words, 1, words.length())
          .append('.');
    }
    return text.toString();
  }

  /** Words of one syllable, since the check refuses what is hard to read. */
  private static String words(Random random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ")
          .append(OPENINGS[random.nextInt(OPENINGS.length)])
          .append(MIDDLES[random.nextInt(MIDDLES.length)])
          .append(ENDS[random.nextInt(ENDS.length)]);
    }
    return text.toString();
  }
}
