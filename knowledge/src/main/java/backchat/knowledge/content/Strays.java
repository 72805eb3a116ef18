package backchat.knowledge.content;

import java.util.Set;
import java.util.regex.Pattern;

/** Notes files that nothing reads, since their author believes that they count. Immutable. */
final class Strays {
  private static final Pattern ENTRY = Pattern.compile("entries/[a-z0-9-]+/[a-z0-9-]+\\.md");
  private static final Pattern RED_FLAG = Pattern.compile("red-flags/[a-z0-9-]+\\.yaml");
  private static final Pattern TABLE = Pattern.compile("tables/[a-z0-9-]+\\.yaml");
  private static final Pattern OTHERS =
      Pattern.compile(
          "README\\.md|schema/.*|sources\\.yaml|phrases\\.yaml|language/((off-topic|harmless)\\.txt|synonyms\\.txt|words\\.yaml"
              + "|concepts\\.yaml)|tables/[a-z0-9-]+\\.csv");

  private final Problems problems;

  Strays(Problems problems) {
    this.problems = problems;
  }

  static boolean isEntry(String file) {
    return ENTRY.matcher(file).matches();
  }

  static boolean isRedFlag(String file) {
    return RED_FLAG.matcher(file).matches();
  }

  void check(Set<String> files) {
    for (String file : files) {
      boolean descriptor =
          TABLE.matcher(file).matches() && files.contains(file.replaceFirst("\\.yaml$", ".csv"));
      boolean other = OTHERS.matcher(file).matches();
      if (!isEntry(file) && !isRedFlag(file) && !descriptor && !other) {
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
