package backchat.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small content folder that is right, for tests that break it. Confined to one thread. */
public final class TestFolder {
  private final Path root;

  private TestFolder(Path root) {
    this.root = root;
  }

  /** Writes two entries, a table and what else a folder needs. */
  public static TestFolder at(Path root) {
    TestFolder folder = new TestFolder(root);
    folder.write("sources.yaml", SOURCES);
    folder.write("phrases.yaml", phrases());
    folder.write(
        "tables/kinds.csv", "id,name,pressure\nsoft,Soft massage,light\nhard,Hard massage,firm\n");
    folder.write("tables/kinds.yaml", TABLE);
    folder.write("entries/kind/soft.md", entry("What is soft massage?", "kind/hard"));
    folder.write("entries/kind/hard.md", entry("When is hard massage used?", "kind/soft"));
    return folder;
  }

  /** Replaces a file's text. */
  public TestFolder write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces a file's bytes. */
  public TestFolder write(String name, byte[] bytes) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a piece of a file that must be there. */
  public TestFolder change(String name, String from, String to) {
    String text = read(name);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(name + " does not hold: " + from);
    }
    return write(name, text.replace(from, to));
  }

  /** A file's text. */
  public String read(String name) {
    try {
      return Files.readString(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  private static String entry(String question, String related) {
    return """
    ---
    question: %s
    also_asked:
      - tell me of it, %s
    grade: expert
    sources: [good-book]
    related: [%s]
    reviewed: 2026-01-01
    review_by: 2030-01-01
    ---
    It is a calm rub of the back. It may help you rest.

    People like it after a long day. A good book says that most feel better for an hour or two,
    and that it does no harm when the hands stay on soft muscle and away from the bones.
    """
        .formatted(question, question, related);
  }

  private static final String SOURCES =
      """
      sources:
        - id: good-book
          title: A good book
          publisher: A good house
          year: 2020
          kind: expert
      """;

  private static final String TABLE =
      """
      title: Kinds of massage
      question: Which kinds are in the table?
      also_asked: [the table of kinds]
      sources: [good-book]
      grade: expert
      key: id
      title_column: name
      row_question: "How firm is {name}?"
      columns:
        - {name: id, label: Id, shown: false, searched: false}
        - {name: name, label: Name, shown: true, searched: true}
        - {name: pressure, label: Pressure, shown: true, searched: true}
      reviewed: 2026-01-01
      review_by: 2030-01-01
      """;

  private static String phrases() {
    StringBuilder text =
        new StringBuilder(
            """
            disclaimer: {short: Not advice., standard: General information only., long: Long.}
            grades: {guideline: a, trial: b, expert: A clinician's view, claim: d, tradition: e}
            urgencies: {emergency-now: Now., same-day: Today., see-doctor-soon: Soon.}
            emergency_short: Call 112.
            emergency_table: kinds
            topics: {kind: Kinds}
            small_talk:
              - {name: greeting, reply: Hello., examples: [hi, hello]}
            replies:
            """);
    for (var reply : backchat.knowledge.content.Phrases.Reply.values()) {
      text.append("  ").append(reply.word()).append(": Reply ").append(reply.word()).append("\n");
    }
    return text.toString();
  }
}
