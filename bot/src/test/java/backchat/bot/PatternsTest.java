package backchat.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be read off the sources about their safety. */
final class PatternsTest {
  /** A text of the program: what stands between quotation marks on one line. */
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  /** A repeated group that begins with a repetition: exponential on chosen text. */
  private static final Pattern NESTED =
      Pattern.compile("\\((?:\\?:)?(?:\\[[^\\]]*\\]|\\\\?.)[+*][^()]*\\)(?:[+*]|\\{\\d+,)");

  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  @Test
  void noPatternRepeatsARepetition() throws IOException {
    List<String> nested = new ArrayList<>();
    for (Path source : sources("src/main/java")) {
      Matcher texts = TEXT.matcher(Files.readString(source));
      while (texts.find()) {
        if (NESTED.matcher(texts.group()).find()) {
          nested.add(source.getFileName() + ": " + texts.group());
        }
      }
    }
    assertThat(nested).isEmpty();
    assertThat("(a+)+ (?:[a-z]*x)* (\\w+\\s?){2,}".split(" ")).allMatch(NESTED.asPredicate());
    assertThat("(-[a-z]+)* ([/#]a*)+ (a+)?".split(" ")).noneMatch(NESTED.asPredicate());
  }

  @Test
  void everyTestThatTheSecurityPageNamesIsThere() throws IOException {
    List<Path> tests = sources("src/test/java");
    Matcher named = NAMED.matcher(Files.readString(Path.of("../SECURITY.md")));
    int count = 0;
    while (named.find()) {
      String file = named.group(1) + ".java";
      String method = "void " + named.group(2) + "(";
      count++;
      assertThat(tests)
          .as(named.group())
          .anyMatch(test -> test.endsWith(file) && text(test).contains(method));
    }
    assertThat(count).isGreaterThan(20);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Path> sources(String folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("knowledge", "bot")) {
      try (var files = Files.walk(Path.of("..", module, folder))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }
}
