package backchat.knowledge.content;

import java.util.Set;

/** Notes files that nothing reads, since their author believes that they count. Immutable. */
final class Strays {
  static final String ENTRY = "entries/[a-z0-9-]+/[a-z0-9-]+\\.md";
  static final String RED_FLAG = "red-flags/[a-z0-9-]+\\.yaml";
  private static final String OTHERS =
      "README\\.md|schema/.*|sources\\.yaml|phrases\\.yaml|language/((off-topic|harmless)\\.txt|synonyms\\.txt|words\\.yaml"
          + "|concepts\\.yaml)|tables/[a-z0-9-]+\\.csv";

  private final Problems problems;

  Strays(Problems problems) {
    this.problems = problems;
  }

  void check(Set<String> files) {
    for (String file : files) {
      boolean descriptor =
          file.matches("tables/[a-z0-9-]+\\.yaml")
              && files.contains(file.replaceFirst("\\.yaml$", ".csv"));
      if (!file.matches(ENTRY + "|" + RED_FLAG + "|" + OTHERS) && !descriptor) {
        problems.error(file, 0, advice(file));
      }
    }
  }

  private static String advice(String file) {
    if (file.startsWith("entries/")) {
      return "not read; an entry is entries/<topic>/<name>.md, in small letters, digits, hyphens";
    }
    if (file.startsWith("tables/")) {
      return "not read; a table is tables/<id>.csv with tables/<id>.yaml beside it";
    }
    return "not read by anything; move it out of the content folder, or name it as README.md says";
  }
}
