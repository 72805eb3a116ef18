package backchat.knowledge.content;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What one kind of content file may hold: the one description that the reader checks by and the
 * JSON Schemas are made of. Immutable.
 *
 * @param title what the file is
 * @param keys in the order in which a moderator would write them
 */
record Format(String title, List<Key> keys) {
  Format {
    keys = List.copyOf(keys);
  }

  /**
   * One key. Immutable.
   *
   * @param description one sentence for moderators, shown by editors
   */
  record Key(String name, Shape shape, boolean required, String description) {}

  static Key required(String name, Shape shape, String description) {
    return new Key(name, shape, true, description);
  }

  static Key optional(String name, Shape shape, String description) {
    return new Key(name, shape, false, description);
  }

  /** What may stand under a key. Immutable. */
  sealed interface Shape {}

  /** Text that is not empty, of at most so many characters. */
  record Text(int longest) implements Shape {}

  /** A whole number in a range, both ends included. */
  record Number(int lowest, int highest) implements Shape {}

  /** {@code true} or {@code false}. */
  record Flag() implements Shape {}

  /** A day as {@code 2026-11-21}. */
  record Day() implements Shape {}

  /** Text that matches a regular expression; {@code example} is what a message suggests. */
  record Matching(Pattern pattern, String example) implements Shape {
    Matching(String pattern, String example) {
      this(Pattern.compile(pattern), example);
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements Shape {
    Choice {
      words = List.copyOf(words);
    }
  }

  /** A list of so many items at least. */
  record ListOf(Shape item, int fewest) implements Shape {}

  /** One value, or a list of them. */
  record OneOrMore(Shape item) implements Shape {}

  /** A mapping with keys of its own. */
  record Nested(Format format) implements Shape {}

  /** A mapping from free names to values of one shape. */
  record Named(Shape value) implements Shape {}
}
