package backchat.bot.conversation;

import backchat.knowledge.Answer;
import backchat.knowledge.Comparison;
import backchat.knowledge.Edition;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Content;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Source;
import backchat.knowledge.content.Table;
import backchat.knowledge.content.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers to replies, with the words of one edition. Immutable and thread-safe. */
public final class Replies {
  private static final int MOST_RELATED = 3;

  /** Passages on one page of a menu; with the ways out it fits every platform. */
  private static final int PAGE = 10;

  private final Edition edition;
  private final Content content;
  private final Phrases phrases;

  /**
   * @param edition the one that answered; replies must not mix editions
   */
  public Replies(Edition edition) {
    this.edition = edition;
    this.content = edition.content();
    this.phrases = content.phrases();
  }

  /** The reply that says an answer. */
  public Reply of(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> passage(found.passage());
      case Answer.Unsure unsure ->
          new Reply.OfChoices(
              paragraphs(phrases.reply(Phrases.Reply.UNSURE)),
              unsure.candidates().stream().map(match -> choice(match.passage())).toList());
      case Answer.NotFound nothing -> notFound(nothing);
      case Answer.Urgent urgent -> card(urgent);
      case Answer.SmallTalk talk -> Reply.OfNotice.of(talk.reply());
      case Answer.Compared compared -> comparison(compared.comparison());
      case Answer.OtherLanguage other -> Reply.OfNotice.of(other.reply());
    };
  }

  private Reply notFound(Answer.NotFound nothing) {
    List<Block> text = new ArrayList<>(paragraphs(phrases.reply(nothing.why())));
    text.addAll(paragraphs(phrases.reply(Phrases.Reply.NOT_FOUND_TOPICS)));
    return topics(text, nothing.topics());
  }

  /** A passage with all that belongs to it. */
  public Reply.OfPassage passage(Passage passage) {
    List<Choice> related =
        edition.related(passage).stream().limit(MOST_RELATED).map(Replies::choice).toList();
    return new Reply.OfPassage(
        passage,
        new Evidence(phrases.grades().get(passage.grade()), sources(passage.sources())),
        related,
        disclaimer());
  }

  /** Two rows of a table with all that belongs to them. */
  public Reply comparison(Comparison comparison) {
    return new Reply.OfComparison(
        comparison,
        new Evidence(phrases.grades().get(comparison.grade()), sources(comparison.sources())),
        disclaimer());
  }

  private Reply card(Answer.Urgent urgent) {
    RedFlag flag = urgent.redFlag();
    return new Reply.OfCard(
        phrases.urgencies().get(urgent.urgency()),
        flag.title(),
        flag.card(),
        numbers(urgent),
        urgent.then().isPresent() ? phrases.reply(Phrases.Reply.GENERAL_INFORMATION) : "",
        urgent.then().map(found -> passage(found.passage())),
        disclaimer());
  }

  /** In an emergency the numbers of every country, as nobody knows where the asker is. */
  private List<String> numbers(Answer.Urgent urgent) {
    List<String> numbers = new ArrayList<>();
    Optional<String> everywhere =
        urgent.urgency() == Urgency.EMERGENCY_NOW ? lines("emergency") : Optional.empty();
    numbers.add(everywhere.map("Emergency numbers: "::concat).orElse(phrases.emergencyShort()));
    if (urgent.redFlag().crisisLines()) {
      lines("crisis_line").map("Crisis lines: "::concat).ifPresent(numbers::add);
    }
    if (urgent.redFlag().poisonLines()) {
      lines("poison_line").map("Poison lines: "::concat).ifPresent(numbers::add);
    }
    return numbers;
  }

  /** One kind of number for every country that has one; empty when there is no such list. */
  private Optional<String> lines(String column) {
    Table table = content.tables().get(phrases.emergencyTable());
    if (table == null || table.columns().stream().noneMatch(c -> c.name().equals(column))) {
      return Optional.empty();
    }
    return Optional.of(
        table.rows().stream()
            .filter(row -> !table.cell(row, column).isEmpty())
            .map(row -> table.cell(row, table.titleColumn()) + " " + table.cell(row, column))
            .collect(Collectors.joining("; ")));
  }

  Reply topics(List<Block> text, List<String> topics) {
    return new Reply.OfChoices(
        text,
        topics.stream()
            .map(topic -> new Choice(phrases.topics().get(topic), new Choice.ShowTopic(topic, 0)))
            .toList());
  }

  /** The topics that have passages. */
  Reply topics() {
    return topics(
        paragraphs(phrases.reply(Phrases.Reply.NOT_FOUND_TOPICS)),
        phrases.topics().keySet().stream().filter(word -> !passages(word).isEmpty()).toList());
  }

  /**
   * A page of a topic's passages to pick from, with the ways to the other pages and to all topics.
   *
   * @return empty when the topic has no passages
   */
  Optional<Reply> topic(String topic, int page) {
    List<Passage> passages = passages(topic);
    if (passages.isEmpty() || !phrases.topics().containsKey(topic)) {
      return Optional.empty();
    }
    int last = (passages.size() - 1) / PAGE;
    int shown = Math.clamp(page, 0, last);
    List<Choice> choices = new ArrayList<>();
    passages.stream()
        .skip((long) shown * PAGE)
        .limit(PAGE)
        .map(Replies::choice)
        .forEach(choices::add);
    if (shown < last) {
      choices.add(new Choice("More", new Choice.ShowTopic(topic, shown + 1)));
    }
    if (shown > 0) {
      choices.add(new Choice("Back", new Choice.ShowTopic(topic, shown - 1)));
    }
    choices.add(new Choice("All topics", new Choice.ShowTopics()));
    String title = phrases.topics().get(topic);
    String heading = last == 0 ? title : "%s (%d of %d)".formatted(title, shown + 1, last + 1);
    return Optional.of(new Reply.OfChoices(paragraphs(heading), choices));
  }

  private List<Passage> passages(String topic) {
    return content.passages().stream().filter(passage -> passage.topic().equals(topic)).toList();
  }

  /** What the sources of all passages are, by kind, with those of the last answer first. */
  Reply sources(Optional<Passage> last) {
    List<Block> text = new ArrayList<>();
    last.ifPresent(
        passage -> {
          text.add(
              new Block.Paragraph("Sources of the last answer, \"" + passage.question() + "\""));
          text.add(
              new Block.Points(
                  false, sources(passage.sources()).stream().map(Replies::citation).toList()));
        });
    Map<String, Long> kinds =
        content.sources().values().stream()
            .collect(
                Collectors.groupingBy(Source::kind, java.util.TreeMap::new, Collectors.counting()));
    text.add(
        new Block.Paragraph(
            "My texts rest on %d sources. Each answer names its own."
                .formatted(content.sources().size())));
    text.add(
        new Block.Points(
            false,
            kinds.entrySet().stream()
                .map(kind -> kind.getKey().replace('-', ' ') + ": " + kind.getValue())
                .toList()));
    return new Reply.OfNotice(text);
  }

  /** A source in one line: title, publisher, year. */
  public static String citation(Source source) {
    return source.title()
        + " ("
        + source.publisher()
        + (source.year().isPresent() ? ", " + source.year().getAsInt() : "")
        + ")";
  }

  Reply.OfNotice notice(Phrases.Reply reply) {
    return Reply.OfNotice.of(phrases.reply(reply));
  }

  private List<Source> sources(List<String> ids) {
    return ids.stream().map(content.sources()::get).filter(Objects::nonNull).toList();
  }

  private Disclaimer disclaimer() {
    return new Disclaimer(phrases.disclaimer(), edition.number());
  }

  private static Choice choice(Passage passage) {
    return new Choice(passage.question(), new Choice.ShowPassage(passage.id()));
  }

  /** One paragraph a line; lines that begin with a dash and a space are points of one list. */
  static List<Block> paragraphs(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> points = new ArrayList<>();
    for (String line : text.strip().split("\n+")) {
      boolean point = line.startsWith("- ");
      if (!point && !points.isEmpty()) {
        blocks.add(new Block.Points(false, points));
        points = new ArrayList<>();
      }
      if (point) {
        points.add(line.substring(2).strip());
      } else if (!line.isBlank()) {
        blocks.add(new Block.Paragraph(line.strip()));
      }
    }
    if (!points.isEmpty()) {
      blocks.add(new Block.Points(false, points));
    }
    return blocks;
  }
}
