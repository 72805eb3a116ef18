package backchat.knowledge.content;

import static backchat.knowledge.content.Format.optional;
import static backchat.knowledge.content.Format.required;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The formats of all content files. Immutable. */
final class Formats {
  private Formats() {}

  /** Kinds of source, strongest first. */
  static final List<String> SOURCE_KINDS =
      List.of(
          "guideline",
          "health-service",
          "review",
          "trial",
          "study",
          "expert",
          "register",
          "news",
          "commercial");

  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final Format.Shape QUESTION = new Format.Text(300);
  private static final Format.Shape SENTENCES = new Format.Text(2_000);
  private static final Format.Shape QUESTIONS = new Format.ListOf(QUESTION, 1);
  private static final Format.Shape PASSAGE_ID =
      new Format.Matching(
          NAME + "/" + NAME, "the id of an entry (`topic/name`), such as modality/swedish");
  private static final Format.Shape SOURCE_IDS =
      new Format.ListOf(
          new Format.Matching(NAME, "the id of a source in sources.yaml, such as nice-ng59"), 1);
  private static final Format.Shape TABLE_REFERENCE =
      new Format.Matching(
          NAME + "(#" + NAME + ")?", "the id of a table, or `table#row` for one row");
  private static final Format.Shape COLUMN =
      new Format.Matching("[a-z0-9_]+", "the name of a column, as in the header of the CSV file");
  private static final Format.Shape GRADE =
      new Format.Choice(Arrays.stream(Grade.values()).map(Grade::word).toList());
  private static final Format.Shape URGENCY =
      new Format.Choice(Arrays.stream(Urgency.values()).map(Urgency::word).toList());
  private static final List<Format.Key> REVIEW =
      List.of(
          required("reviewed", new Format.Day(), "The day on which the text was last reviewed."),
          required("review_by", new Format.Day(), "The day by which to review it again."));

  static final Format ENTRY =
      format(
          "The front matter of an entry: one passage that answers one question",
          List.of(
              required("question", QUESTION, "The question that this passage answers."),
              required("also_asked", QUESTIONS, "Other phrasings; the more varied, the better."),
              required("grade", GRADE, "How strong the evidence for the main message is."),
              required("sources", SOURCE_IDS, "Ids from sources.yaml."),
              required(
                  "related", new Format.ListOf(PASSAGE_ID, 0), "Passages to offer next, by id."),
              optional(
                  "table",
                  new Format.OneOrMore(TABLE_REFERENCE),
                  "A table (`id`) or a row (`id#row`) to show under the text."),
              optional(
                  "keywords",
                  new Format.ListOf(new Format.Text(60), 1),
                  "Words that askers use and the text does not hold."),
              optional("cautions", new Format.Text(600), "What to take care of, as one sentence.")),
          REVIEW);

  private static final Format COLUMNS =
      new Format(
          "One column of the table",
          List.of(
              required("name", COLUMN, "As in the header of the CSV file."),
              required("label", new Format.Text(60), "As askers see it."),
              required("shown", new Format.Flag(), "Whether askers see the column."),
              required("searched", new Format.Flag(), "Whether its cells can be found.")));

  static final Format TABLE =
      format(
          "The descriptor of a table, beside its CSV file",
          List.of(
              required("title", new Format.Text(120), "What the table is about."),
              required("question", QUESTION, "The question that the whole table answers."),
              required("also_asked", QUESTIONS, "Other phrasings of that question."),
              required("sources", SOURCE_IDS, "Ids from sources.yaml, for the whole table."),
              required("grade", GRADE, "The grade of rows that name none of their own."),
              required("key", COLUMN, "The column that names each row, in words like `a-b`."),
              optional("title_column", COLUMN, "The column that is a row's title."),
              optional("sources_column", COLUMN, "The column with a row's own sources."),
              optional("grade_column", COLUMN, "The column with a row's own grade."),
              required("row_question", QUESTION, "A row's question; `{column}` is its cell."),
              optional("row_also_asked", QUESTIONS, "Other phrasings of a row's question."),
              required(
                  "columns",
                  new Format.ListOf(new Format.Nested(COLUMNS), 1),
                  "Every column of the CSV file, in any order.")),
          REVIEW);

  static final Format SOURCES =
      new Format(
          "All sources that passages name",
          List.of(
              required(
                  "sources",
                  new Format.ListOf(
                      new Format.Nested(
                          new Format(
                              "One source",
                              List.of(
                                  required(
                                      "id",
                                      new Format.Matching(NAME, "a word such as nice-ng59"),
                                      "Stable id; entries name it."),
                                  required("title", new Format.Text(300), "As askers see it."),
                                  required(
                                      "publisher", new Format.Text(300), "Who answers for it."),
                                  optional(
                                      "year",
                                      new Format.Number(1900, 2100),
                                      "Of publication or last update."),
                                  optional(
                                      "link",
                                      new Format.Matching(
                                          "https://[^\\s]{4,300}", "an https:// address"),
                                      "Where to read it."),
                                  required(
                                      "kind",
                                      new Format.Choice(SOURCE_KINDS),
                                      "What kind of source it is.")))),
                      1),
                  "In any order.")));

  private static final Format PATTERN =
      new Format(
          "Concepts that together are the sign",
          List.of(
              required(
                  "all",
                  new Format.ListOf(new Format.Text(300), 1),
                  "Concepts of concepts.yaml; `a/b` means either."),
              optional(
                  "within",
                  new Format.Choice(List.of("clause", "sentence", "neighbours", "message")),
                  "How near they must be; `sentence` if left out."),
              optional(
                  "none",
                  new Format.ListOf(new Format.Text(80), 1),
                  "Concepts that must not be there as well."),
              optional("urgency", URGENCY, "Where this pattern is more or less urgent.")));

  static final Format RED_FLAG =
      format(
          "A red flag: a danger sign, its card and how it is recognised",
          List.of(
              required("what", SENTENCES, "What it is, for moderators."),
              required("title", new Format.Text(120), "The card's heading."),
              required("urgency", URGENCY, "The least urgency of the card."),
              required("card", SENTENCES, "The card's text: what to do now; no massage advice."),
              optional("information", new Format.Flag(), "Whether general information may follow."),
              optional("crisis_lines", new Format.Flag(), "Whether crisis lines are shown."),
              optional("poison_lines", new Format.Flag(), "Whether poison lines are shown."),
              required("sources", SOURCE_IDS, "Ids from sources.yaml."),
              required(
                  "patterns",
                  new Format.ListOf(new Format.Nested(PATTERN), 1),
                  "Any one of them is enough."),
              required(
                  "examples", QUESTIONS, "Messages that must bring this card; checked on load."),
              optional(
                  "learn_from",
                  QUESTIONS,
                  "More messages of the kind, such as missed ones; they need match no pattern."),
              required(
                  "counter_examples",
                  QUESTIONS,
                  "Look-alikes that must not bring it; checked on load.")),
          REVIEW);

  static final Format CONCEPTS =
      new Format(
          "Concepts that red flags are made of",
          List.of(
              required(
                  "concepts",
                  new Format.Named(new Format.ListOf(new Format.Text(300), 1)),
                  "Name of a concept and the terms for it: words in a row; `a/b` either word, `a?`"
                      + " may be missing, `{name}` another concept, `#40-120` a number in that"
                      + " range, `..` up to three words of any kind. Some names are roles: see"
                      + " Role.")));

  static final Format WORDS =
      new Format(
          "How words are read",
          List.of(
              required(
                  "same_word",
                  new Format.Named(new Format.ListOf(new Format.Text(60), 1)),
                  "A word and the forms that count as that word."),
              required(
                  "keep",
                  new Format.ListOf(new Format.Text(60), 1),
                  "Words that are never shortened to a stem."),
              required(
                  "elsewhere",
                  new Format.ListOf(new Format.Text(60), 1),
                  "Words of other fields: a question that holds one is likely not for us.")));

  static final Format PHRASES = PhrasesFormat.PHRASES;

  /** Every format by the name of its schema file. */
  static final Map<String, Format> BY_SCHEMA =
      Map.of(
          "entry.schema.json", ENTRY,
          "table.schema.json", TABLE,
          "sources.schema.json", SOURCES,
          "red-flag.schema.json", RED_FLAG,
          "concepts.schema.json", CONCEPTS,
          "words.schema.json", WORDS,
          "phrases.schema.json", PHRASES);

  private static Format format(String title, List<Format.Key> keys, List<Format.Key> more) {
    return new Format(title, Stream.concat(keys.stream(), more.stream()).toList());
  }
}
