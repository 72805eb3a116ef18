package backchat.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The JSON Schemas beside the content say what the reader checks. With {@code -Dgolden=write} they
 * are rewritten, and the run still fails.
 */
final class SchemaTest {
  private static final Path CONTENT = Path.of("content");

  @Test
  void schemasAreMadeOfTheReadersFormats() throws IOException {
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, Format> format : Formats.BY_SCHEMA.entrySet()) {
      Path file = CONTENT.resolve("schema").resolve(format.getKey());
      String schema = schema(format.getValue());
      if (!Files.exists(file) || !Files.readString(file).equals(schema)) {
        different.add(format.getKey());
        if ("write".equals(System.getProperty("golden"))) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, schema);
        }
      }
    }
    assertThat(different).as("mend with: ./mvnw verify -Dtest=SchemaTest -Dgolden=write").isEmpty();
    try (var files = Files.list(CONTENT.resolve("schema"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("no schema without a format")
          .containsExactlyInAnyOrderElementsOf(Formats.BY_SCHEMA.keySet());
    }
  }

  @Test
  void everyFileNamesItsSchema() throws IOException {
    List<Path> without = new ArrayList<>();
    try (var files = Files.walk(CONTENT)) {
      for (Path file : files.filter(SchemaTest::hasSchema).toList()) {
        String named =
            Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("# yaml-language-server: $schema="))
                .findFirst()
                .map(line -> line.substring(line.indexOf('=') + 1))
                .orElse("none");
        if (!Files.exists(file.resolveSibling(named).normalize())) {
          without.add(file);
        }
      }
    }
    assertThat(without).isEmpty();
  }

  private static boolean hasSchema(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml") || name.contains("entries") && name.endsWith(".md");
  }

  private static String schema(Format format) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    return new ObjectMapper().writer(printer).writeValueAsString(JsonSchema.of(format)) + "\n";
  }
}
