package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java source of all modules stands in google-java-format's style. With {@code
 * -Dformat=write} the files that do not are rewritten, and the run still fails.
 */
final class FormatTest {
  @Test
  void everySourceIsFormatted() throws IOException, FormatterException {
    List<Path> different = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      String formatted = new Formatter().formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        different.add(source);
        if ("write".equals(System.getProperty("format"))) {
          Files.writeString(source, formatted);
        }
      }
    }
    assertThat(different)
        .as("not formatted; mend with: ./mvnw verify -Dtest=FormatTest -Dformat=write")
        .isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("knowledge", "bot", "benchmarks")) {
      try (var files = Files.walk(Path.of("..", module, "src"))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    assertThat(sources).isNotEmpty();
    return sources;
  }
}
