package backchat.knowledge.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A format as a JSON Schema (draft 2020-12), for editors that complete and mark. Immutable. */
final class JsonSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonSchema() {}

  static ObjectNode of(Format format) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", format.title());
    return object(schema, format);
  }

  private static ObjectNode object(ObjectNode schema, Format format) {
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    for (Format.Key key : format.keys()) {
      properties.set(key.name(), shape(key.shape()).put("description", key.description()));
    }
    var required = schema.putArray("required");
    format.keys().stream().filter(Format.Key::required).forEach(key -> required.add(key.name()));
    return schema;
  }

  private static ObjectNode shape(Format.Shape shape) {
    ObjectNode node = JSON.objectNode();
    switch (shape) {
      case Format.Text text ->
          node.put("type", "string").put("minLength", 1).put("maxLength", text.longest());
      case Format.Number number ->
          node.put("type", "integer")
              .put("minimum", number.lowest())
              .put("maximum", number.highest());
      case Format.Flag flag -> node.put("type", "boolean");
      case Format.Day day -> node.put("type", "string").put("format", "date");
      case Format.Matching matching ->
          node.put("type", "string").put("pattern", "^(?:" + matching.pattern() + ")$");
      case Format.Choice choice -> choice.words().forEach(node.putArray("enum")::add);
      case Format.ListOf list ->
          node.put("type", "array").put("minItems", list.fewest()).set("items", shape(list.item()));
      case Format.OneOrMore more -> {
        var any = node.putArray("anyOf");
        any.add(shape(more.item()));
        any.add(shape(new Format.ListOf(more.item(), 1)));
      }
      case Format.Nested nested -> object(node, nested.format());
      case Format.Named named ->
          node.put("type", "object").set("additionalProperties", shape(named.value()));
    }
    return node;
  }
}
