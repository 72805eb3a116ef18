package backchat.knowledge.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Holds a YAML mapping against its format and notes every mistake. Confined to one thread. */
final class FormatCheck {
  private final String file;
  private final Problems problems;
  private boolean clean = true;

  private FormatCheck(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Whether the mapping has no mistake; each mistake has been noted. */
  static boolean passes(YamlNode.Mapping mapping, Format format, String file, Problems problems) {
    FormatCheck check = new FormatCheck(file, problems);
    check.mapping(mapping, format, "");
    return check.clean;
  }

  private void mapping(YamlNode.Mapping mapping, Format format, String path) {
    List<String> known = format.keys().stream().map(Format.Key::name).toList();
    mapping
        .keyLines()
        .forEach(
            (name, line) -> {
              if (!known.contains(name)) {
                wrong(line, "unknown key `" + path + name + "`" + Nearest.hint(name, known));
              }
            });
    for (Format.Key key : format.keys()) {
      YamlNode value = mapping.values().get(key.name());
      String name = path + key.name();
      if (value != null && !isEmpty(value)) {
        value(value, key.shape(), name, mapping.lineOf(key.name()));
      } else if (key.required()) {
        wrong(
            mapping.lineOf(key.name()),
            "`" + name + "` is missing; write " + example(key.name(), key.shape()));
      } else if (value != null) {
        wrong(mapping.lineOf(key.name()), "`" + name + "` is empty; fill it or remove it");
      }
    }
  }

  private static boolean isEmpty(YamlNode value) {
    return value instanceof YamlNode.Scalar scalar && scalar.text().isEmpty();
  }

  private void value(YamlNode node, Format.Shape shape, String name, int line) {
    switch (shape) {
      case Format.ListOf list -> list(node, list, name, line);
      case Format.OneOrMore more -> each(node.asItems(), more.item(), name);
      case Format.Nested nested -> {
        if (node instanceof YamlNode.Mapping inner) {
          mapping(inner, nested.format(), name + ".");
        } else {
          wrong(line, "`" + name + "` must hold keys of its own, indented below it");
        }
      }
      case Format.Named named -> {
        if (node instanceof YamlNode.Mapping inner) {
          inner
              .values()
              .forEach((k, v) -> value(v, named.value(), name + "." + k, inner.lineOf(k)));
        } else {
          wrong(line, "`" + name + "` must hold `name: value` lines, indented below it");
        }
      }
      default -> {
        if (node instanceof YamlNode.Scalar scalar) {
          scalar(scalar.text(), shape, name, Math.max(line, scalar.line()));
        } else {
          wrong(line, "`" + name + "` must be a single value, such as " + example(name, shape));
        }
      }
    }
  }

  private void list(YamlNode node, Format.ListOf list, String name, int line) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      wrong(line, "`" + name + "` must be a list; write each item on a line after `- `");
      return;
    }
    if (sequence.items().size() < list.fewest()) {
      wrong(line, "`" + name + "` needs at least " + list.fewest() + " items");
    }
    each(sequence.items(), list.item(), name);
  }

  private void each(List<YamlNode> items, Format.Shape shape, String name) {
    for (int i = 0; i < items.size(); i++) {
      YamlNode item = items.get(i);
      if (isEmpty(item)) {
        wrong(item.line(), "item " + (i + 1) + " of `" + name + "` is empty; remove it");
      } else {
        value(item, shape, name, item.line());
      }
    }
  }

  private void scalar(String text, Format.Shape shape, String name, int line) {
    boolean right =
        switch (shape) {
          case Format.Text limit -> text.length() <= limit.longest();
          case Format.Number range -> isNumber(text, range);
          case Format.Flag flag -> text.equals("true") || text.equals("false");
          case Format.Day day -> isDay(text);
          case Format.Matching matching -> matching.pattern().matcher(text).matches();
          case Format.Choice choice -> choice.words().contains(text);
          default -> throw new IllegalStateException("not a single value: " + shape);
        };
    if (!right) {
      wrong(line, "`" + name + "` is `" + shortened(text) + "`; write " + example(name, shape));
    }
  }

  private static boolean isNumber(String text, Format.Number range) {
    try {
      int number = Integer.parseInt(text);
      return number >= range.lowest() && number <= range.highest();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static String example(String name, Format.Shape shape) {
    return switch (shape) {
      case Format.Text limit -> "a text of 1 to " + limit.longest() + " characters";
      case Format.Number range ->
          "a whole number from " + range.lowest() + " to " + range.highest();
      case Format.Flag flag -> "true or false";
      case Format.Day day -> "a day such as 2026-11-21";
      case Format.Matching matching -> matching.example();
      case Format.Choice choice -> "one of " + String.join(", ", choice.words());
      case Format.ListOf list -> "a list of at least " + list.fewest() + ", each after `- `";
      case Format.OneOrMore more -> example(name, more.item()) + ", or a list of such";
      case Format.Nested nested -> "its keys, indented below it";
      case Format.Named named -> "`name: value` lines, indented below it";
    };
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }

  private void wrong(int line, String message) {
    clean = false;
    problems.error(file, line, message);
  }
}
