package backchat.bot.conversation;

import backchat.bot.moderation.Audit;
import backchat.bot.moderation.Drafts;
import backchat.bot.moderation.ImportCommands;
import backchat.bot.moderation.KnowledgeCommands;
import backchat.bot.moderation.Moderation;
import backchat.bot.moderation.Subcommand;
import backchat.knowledge.BrokenContent;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Grade;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The knowledge as it stands, and made-up replies that try to break renderers. Thread-safe. */
public final class Samples {
  /** Markup of every platform, none of which may take effect. */
  public static final String HOSTILE =
      "</b><script>x</script> & <a href=\"https://example.org\">x</a> **bold** __under__ `code`"
          + " [text](https://example.org) @everyone <@1> ||hidden|| ~~gone~~ &amp; > quote # head";

  /** A day on which all the knowledge is within its review dates. */
  public static final Clock DAY =
      Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private static final LocalDate REVIEWED = LocalDate.of(2026, 1, 1);

  private Samples() {}

  private static final class Opened {
    private static final Knowledge KNOWLEDGE = open();
  }

  /** The knowledge of the repository, opened once. */
  public static Knowledge knowledge() {
    return Opened.KNOWLEDGE;
  }

  private static Knowledge open() {
    try {
      return Knowledge.open(Path.of("../knowledge/content"), DAY);
    } catch (BrokenContent e) {
      throw new IllegalStateException(e.problems().toString(), e);
    }
  }

  /** Commands over the knowledge of the repository that never hold anybody back. */
  public static Commands commands(Clock clock) {
    return commands(knowledge(), clock);
  }

  /** The same with a command that fails as nothing should: not by an exception but an error. */
  public static Commands failing(Clock clock) {
    return new Commands(
        knowledge(),
        new Conversations(clock),
        new CountedFeedback(),
        new Flood(1_000, 60_000, clock),
        List.of(
            Command.open(
                "boom",
                "Fail inside",
                "",
                request -> {
                  throw new NoClassDefFoundError("planted");
                })));
  }

  /** Commands over some knowledge that never hold anybody back. */
  public static Commands commands(Knowledge knowledge, Clock clock) {
    return new Commands(
        knowledge,
        new Conversations(clock),
        new CountedFeedback(),
        new Flood(1_000_000, 1_000_000, clock),
        List.of(moderation(knowledge, clock)));
  }

  /** The moderators' command over some knowledge, without a log. */
  public static Command moderation(Knowledge knowledge, Clock clock) {
    List<Subcommand> subcommands = new ArrayList<>(new KnowledgeCommands(knowledge).all());
    subcommands.addAll(new ImportCommands(knowledge, new Drafts(clock)).all());
    return new Moderation(knowledge, Audit.NONE, clock, subcommands).command();
  }

  /** A passage with that text in every place that can hold text. */
  public static Reply.OfPassage passage(String text, int sources) {
    Passage passage =
        new Passage(
            "basics/sample",
            text,
            List.of(),
            Grade.TRIAL,
            List.of("source"),
            List.of(),
            List.of(),
            Optional.of(text),
            List.of(
                new Block.Paragraph(text),
                new Block.Points(true, List.of(text, text)),
                new Block.Rows(text, List.of(text, text), List.of(List.of(text, text)))),
            REVIEWED,
            REVIEWED,
            "entries/basics/sample.md");
    return new Reply.OfPassage(
        passage,
        new Evidence(text, sources(text, sources)),
        List.of(
            new Choice(text, new Choice.ShowPassage("basics/other")),
            new Choice(text, new Choice.ShowPassage("basics/" + "long-".repeat(40) + "id"))),
        new Disclaimer("The disclaimer of the sample."));
  }

  private static List<Source> sources(String title, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new Source(
                    "source",
                    title.length() > 200 ? "Source title" : title,
                    "Publisher " + i + ".",
                    i % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(2000 + i),
                    i % 3 == 0 ? Optional.empty() : Optional.of("https://example.org/" + i),
                    "guideline"))
        .toList();
  }

  /** A card that is followed by a passage. */
  public static Reply.OfCard card(String text, Optional<Reply.OfPassage> then) {
    return new Reply.OfCard(
        "This could be an emergency.",
        "Sample card",
        text,
        List.of("Emergency numbers: 112"),
        then.isPresent() ? "General information." : "",
        then,
        new Disclaimer("The disclaimer of the sample."));
  }
}
