package backchat.bot.moderation;

import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.keeping.ContentArchive;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Files that moderators send to changes of the content folder. Immutable. */
public final class Uploads {
  private static final String WORD = "[a-z0-9]+(-[a-z0-9]+)*";

  private Uploads() {}

  /** A file that is not taken. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * What a file changes.
   *
   * @param name as its sender named it
   * @param place id of the passage that an entry is meant for; may be empty where its name says it
   * @param now the content folder as it is
   */
  static Map<String, Optional<byte[]>> changes(
      String name, byte[] bytes, String place, ContentFiles now) throws Refused {
    String bare = name.toLowerCase(Locale.ROOT).replaceFirst("^.*[/\\\\]", "");
    String stem = bare.replaceFirst("\\.[a-z]+$", "");
    if (!stem.matches(WORD) && place.isEmpty() && !bare.endsWith(".zip")) {
      throw new Refused("its name must be of small letters, digits and hyphens");
    }
    if (bytes.length > ContentFiles.LARGEST && !bare.endsWith(".zip")) {
      throw new Refused("it is larger than " + ContentFiles.LARGEST + " bytes");
    }
    if (bare.endsWith(".md")) {
      return Map.of(entry(stem, place, now), Optional.of(bytes));
    }
    if (bare.matches(WORD + "\\.(csv|yaml)")) {
      return Map.of("tables/" + bare, Optional.of(bytes));
    }
    if (bare.endsWith(".zip")) {
      return replaced(bytes, now, ContentArchive.Limits.CHAT);
    }
    throw new Refused("it is no .md, .csv, .yaml or .zip");
  }

  private static String entry(String stem, String place, ContentFiles now) throws Refused {
    if (place.matches(WORD + "/" + WORD)) {
      return "entries/" + place + ".md";
    }
    if (!place.isEmpty()) {
      throw new Refused("there is no such place; write topic/name after preview");
    }
    List<String> same =
        now.files().keySet().stream()
            .filter(file -> file.matches("entries/[^/]+/" + stem + "\\.md"))
            .toList();
    if (same.size() != 1) {
      throw new Refused(
          "it is not clear where it belongs; write topic/name after preview, such as basics/"
              + stem);
    }
    return same.getFirst();
  }

  /** What turns a folder into what an archive holds. */
  static Map<String, Optional<byte[]>> replaced(
      byte[] archive, ContentFiles now, ContentArchive.Limits limits) throws Refused {
    try {
      SortedMap<String, byte[]> files = ContentArchive.read(archive, limits);
      Map<String, Optional<byte[]>> changes = new HashMap<>();
      files.forEach((name, bytes) -> changes.put(name, Optional.of(bytes)));
      now.files().keySet().forEach(name -> changes.putIfAbsent(name, Optional.empty()));
      return changes;
    } catch (ContentArchive.Refused e) {
      throw new Refused(e.getMessage());
    }
  }
}
