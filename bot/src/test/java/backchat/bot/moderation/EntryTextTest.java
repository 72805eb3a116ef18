package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A phrasing is added and every other character stays. */
final class EntryTextTest {
  private static final String NEW = "Can \"I\" knit: yes\\no? # really";
  private static final String QUOTED = "\"Can \\\"I\\\" knit: yes\\\\no? # really\"";

  private static void added(String before, String after) {
    assertThat(EntryText.withPhrasing(before, NEW)).contains(after);
  }

  @Test
  void afterTheLastOfAListOneALine() {
    added(
        "---\n"
            + "question: Q?\n"
            + "also_asked:\n"
            + "  - one # so\n\n"
            + "  - \"two\n"
            + "    lines\"\n"
            + "  # end\n\n"
            + "grade: trial\n"
            + "---\n"
            + "Text\n",
        "---\nquestion: Q?\nalso_asked:\n  - one # so\n\n  - \"two\n    lines\"\n  - "
            + QUOTED
            + "\n  # end\n\ngrade: trial\n---\nText\n");
  }

  @Test
  void withTheIndentAndTheLineBreaksOfTheFile() {
    added(
        "---\r\nalso_asked: # many\r\n- one\r\ngrade: trial\r\n---\r\nText",
        "---\r\nalso_asked: # many\r\n- one\r\n- " + QUOTED + "\r\ngrade: trial\r\n---\r\nText");
    added(
        "---\nalso_asked:\n      - one\n---\nText",
        "---\nalso_asked:\n      - one\n      - " + QUOTED + "\n---\nText");
  }

  @Test
  void inBrackets() {
    added(
        "---\nalso_asked: [one, \"t]wo\", it's] # so\ngrade: trial\n---\n",
        "---\nalso_asked: [one, \"t]wo\", it's, " + QUOTED + "] # so\ngrade: trial\n---\n");
    added("---\nalso_asked: []\n---\n", "---\nalso_asked: [" + QUOTED + "]\n---\n");
    added(
        "---\nalso_asked: [\n  one,\n  two,\n]\ngrade: trial\n---\n",
        "---\nalso_asked: [\n  one,\n  two, " + QUOTED + "\n]\ngrade: trial\n---\n");
  }

  @Test
  void asTheFirstOne() {
    added(
        "---\nquestion: Q?\n---\nText",
        "---\nquestion: Q?\nalso_asked:\n  - " + QUOTED + "\n---\nText");
    added(
        "---\nalso_asked:\ngrade: trial\n---\n",
        "---\nalso_asked:\n  - " + QUOTED + "\ngrade: trial\n---\n");
  }

  @Test
  void whatIsWrittenOtherwiseIsLeftAlone() {
    assertThat(EntryText.withPhrasing("no front matter", NEW)).isEmpty();
    assertThat(EntryText.withPhrasing("", NEW)).isEmpty();
    assertThat(EntryText.withPhrasing("---\nquestion: Q?\n", NEW)).isEmpty();
    assertThat(EntryText.withPhrasing("---\nalso_asked: &list\n  - one\n---\n", NEW)).isEmpty();
    assertThat(EntryText.withPhrasing("---\nalso_asked: [one, # so\n two]\n---\n", NEW)).isEmpty();
    assertThat(EntryText.withPhrasing("---\nalso_asked: [one\n---\n", NEW)).isEmpty();
  }
}
