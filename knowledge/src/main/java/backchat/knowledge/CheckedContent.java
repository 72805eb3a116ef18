package backchat.knowledge;

import backchat.knowledge.content.BytesContent;
import backchat.knowledge.content.Content;
import backchat.knowledge.content.ContentBytes;
import backchat.knowledge.content.ContentFiles;
import backchat.knowledge.keeping.KeptFile;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The content of which a start found no error, kept so that the next start with the same files and
 * the same program need not read and check it again. Immutable.
 */
final class CheckedContent {
  private final Path path;
  private final byte[] key;
  private final KeptFile file;

  private CheckedContent(Path path, byte[] key) {
    this.path = path;
    this.key = key;
    this.file = new KeptFile(path, key);
  }

  /** Empty where the program is no archive, so that nobody knows when it is another one. */
  static Optional<CheckedContent> of(Path file, ContentFiles files) {
    return program().map(program -> of(file, files, program));
  }

  /**
   * @param program stands for the code that reads and checks, in as many characters each time
   */
  static CheckedContent of(Path file, ContentFiles files, String program) {
    byte[] key = (files.hash() + program).getBytes(StandardCharsets.US_ASCII);
    return new CheckedContent(file, key);
  }

  /**
   * The content of the files, if they had no error then and have none on that day.
   *
   * @param today the day against which {@code review_by} is held
   */
  Optional<Content> read(LocalDate today) {
    return file.read()
        .map(BytesContent::of)
        .filter(content -> content.redFlags().stream().noneMatch(f -> f.isOverdue(today)));
  }

  void write(Content content) {
    file.write(ContentBytes.of(content));
  }

  /** Where what the index of that content holds is kept in the same way. */
  KeptFile index(boolean meaning) {
    return new KeptFile(
        path.resolveSibling(meaning ? Options.MEANING_INDEX : Options.WORDS_INDEX), key);
  }

  /**
   * The checksum of the archive that holds this class. The class's own protection domain does not
   * say where that is when the class came from the virtual machine's cache.
   */
  private static Optional<String> program() {
    URL self = CheckedContent.class.getResource("CheckedContent.class");
    try {
      if (self == null || !(self.openConnection() instanceof JarURLConnection connection)) {
        return Optional.empty();
      }
      CRC32C sum = new CRC32C();
      sum.update(Files.readAllBytes(Path.of(connection.getJarFileURL().toURI())));
      return Optional.of("%08x".formatted(sum.getValue()));
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    }
  }
}
