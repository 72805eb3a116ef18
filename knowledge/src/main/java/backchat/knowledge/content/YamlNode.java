package backchat.knowledge.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file together with the line on which it begins, from 1. Immutable. */
sealed interface YamlNode {
  int line();

  /** A single value as its text stands; {@code null} of YAML is the empty text. */
  record Scalar(int line, String text) implements YamlNode {}

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {}

  /** Keys in the order of the file; {@code keyLines} says where each key stands. */
  record Mapping(int line, Map<String, YamlNode> values, Map<String, Integer> keyLines)
      implements YamlNode {
    Optional<YamlNode> find(String key) {
      return Optional.ofNullable(values.get(key));
    }

    /** The text under a key that the format requires, or the empty text if it is missing. */
    String text(String key) {
      return find(key).map(YamlNode::asText).orElse("");
    }

    /** The texts under a key: one for a single value, none for a missing key. */
    List<String> texts(String key) {
      return find(key).map(YamlNode::asTexts).orElse(List.of());
    }

    int lineOf(String key) {
      return keyLines.getOrDefault(key, line);
    }
  }

  /** The text of a single value; the empty text for anything else. */
  default String asText() {
    return this instanceof Scalar scalar ? scalar.text() : "";
  }

  /** The texts of a list, or of a single value as a list of one. */
  default List<String> asTexts() {
    return asItems().stream().map(YamlNode::asText).toList();
  }

  /** The items of a list, or a single value as a list of one. */
  default List<YamlNode> asItems() {
    return this instanceof Sequence sequence ? sequence.items() : List.of(this);
  }
}
