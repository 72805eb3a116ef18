package backchat.knowledge.content;

import static backchat.knowledge.content.Format.optional;
import static backchat.knowledge.content.Format.required;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The format of phrases.yaml. Immutable. */
final class PhrasesFormat {
  private PhrasesFormat() {}

  private static final Format.Shape TEXT = new Format.Text(1_500);

  private static final Format DISCLAIMER =
      new Format(
          "The disclaimer in three lengths",
          List.of(
              required("short", new Format.Text(120), "One line, for tight places."),
              required("standard", new Format.Text(300), "Under every answer."),
              required("long", TEXT, "For the help and about pages.")));

  private static final Format SMALL_TALK =
      new Format(
          "One kind of small talk",
          List.of(
              required(
                  "name", new Format.Matching("[a-z]+(-[a-z]+)*", "a word such as thanks"), "Id."),
              required("reply", TEXT, "What the bot says."),
              required(
                  "examples",
                  new Format.ListOf(new Format.Text(120), 1),
                  "What askers say, without capitals or punctuation.")));

  static final Format PHRASES =
      new Format(
          "Every fixed sentence that the bot says",
          List.of(
              required("disclaimer", new Format.Nested(DISCLAIMER), "Under every health answer."),
              required(
                  "grades",
                  words(Arrays.stream(Grade.values()).map(Grade::word)),
                  "Each grade in words an asker understands."),
              required(
                  "urgencies",
                  words(Arrays.stream(Urgency.values()).map(Urgency::word)),
                  "The first words of a red-flag card, by urgency."),
              required("emergency_short", new Format.Text(200), "Emergency numbers in one line."),
              required(
                  "emergency_table",
                  new Format.Matching("[a-z0-9-]+", "the id of a table"),
                  "The table with emergency, health, crisis and poison lines by country."),
              required(
                  "replies",
                  words(Arrays.stream(Phrases.Reply.values()).map(Phrases.Reply::word)),
                  "What the bot says when there is no passage to send."),
              required(
                  "topics", new Format.Named(new Format.Text(60)), "Each topic as askers see it."),
              required(
                  "small_talk",
                  new Format.ListOf(new Format.Nested(SMALL_TALK), 1),
                  "Greetings, thanks and questions about the bot."),
              optional(
                  "other_languages",
                  new Format.Named(new Format.Text(300)),
                  "By language code: sorry, English only, in that language.")));

  private static Format.Nested words(Stream<String> names) {
    return new Format.Nested(
        new Format("", names.map(name -> required(name, TEXT, "Text for " + name + ".")).toList()));
  }
}
