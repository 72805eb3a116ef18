package backchat.knowledge.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * YAML text to nodes that know their lines. Anchors and aliases are refused, so no text grows
 * beyond its file. Confined to one thread.
 */
final class YamlReader {
  private static final YAMLFactory FACTORY = new YAMLFactory();
  private static final int DEEPEST = 12;

  private final String file;
  private final int firstLine;
  private final Problems problems;

  /**
   * @param firstLine the line of the file on which the text begins, from 1
   */
  YamlReader(String file, int firstLine, Problems problems) {
    this.file = file;
    this.firstLine = firstLine;
    this.problems = problems;
  }

  /** The mapping that the text is, or empty after noting what is wrong with it. */
  Optional<YamlNode.Mapping> mapping(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        problems.error(file, firstLine, "expected `key: value` lines; write `question: ...` etc.");
        return Optional.empty();
      }
      YamlNode.Mapping mapping = (YamlNode.Mapping) node(parser, 0);
      if (parser.nextToken() != null) {
        problems.error(file, line(parser), "only one YAML document a file; remove the second");
      }
      return Optional.of(mapping);
    } catch (JsonProcessingException e) {
      int tab = tabbedLine(text);
      if (tab > 0) {
        problems.error(file, firstLine + tab - 1, "a tab in YAML; indent with spaces");
      } else {
        problems.error(file, lineOf(e.getLocation()), advice(e.getOriginalMessage()));
      }
    } catch (IOException e) {
      problems.error(file, firstLine, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  private YamlNode node(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new JsonMistake("nested deeper than " + DEEPEST + " levels", parser);
    }
    int line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, line, depth);
      case START_ARRAY -> {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser, depth + 1));
        }
        yield new YamlNode.Sequence(line, List.copyOf(items));
      }
      case VALUE_NULL -> new YamlNode.Scalar(line, "");
      default -> new YamlNode.Scalar(line, parser.getText().strip());
    };
  }

  private YamlNode object(JsonParser parser, int line, int depth) throws IOException {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      parser.nextToken();
      YamlNode value = node(parser, depth + 1);
      if (values.putIfAbsent(key, value) != null) {
        problems.error(file, keyLine, "`" + key + "` stands twice; keep one");
      }
      lines.putIfAbsent(key, keyLine);
    }
    return new YamlNode.Mapping(line, values, lines);
  }

  private int line(JsonParser parser) {
    return lineOf(parser.currentTokenLocation());
  }

  private int lineOf(JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? firstLine
        : firstLine + location.getLineNr() - 1;
  }

  /** The first line, from 1, that is indented with a tab; 0 when there is none. */
  private static int tabbedLine(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(" *\t.*")) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String advice(String message) {
    String first = message.lines().findFirst().orElse("").strip();
    String found = message.lines().skip(1).findFirst().orElse("").strip();
    if (message.contains("mapping values are not allowed")) {
      return "a colon inside a value; put the value in \"quotes\"";
    }
    return "not valid YAML: " + first + (found.isEmpty() ? "" : ", " + found);
  }

  /** A mistake found by this reader rather than by the library. */
  private static final class JsonMistake extends JsonProcessingException {
    private static final long serialVersionUID = 1;

    JsonMistake(String message, JsonParser parser) {
      super(message, parser.currentTokenLocation());
    }
  }
}
