package backchat.knowledge.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text files of a content folder, read once. Confined to one thread. */
final class Folder {
  /** A file may not be larger than this, in bytes. */
  static final int LARGEST = 2_000_000;

  private final Path root;
  private final Problems problems;
  private final Map<String, String> texts = new TreeMap<>();
  private final MessageDigest digest = sha256();

  Folder(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Reads every file below the root, in sorted order; what cannot be read is noted. */
  void read() {
    if (!Files.isDirectory(root)) {
      problems.error(
          root.toString(), 0, "no such folder; name the content folder with --knowledge DIR");
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root)) {
      files =
          walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .sorted()
              .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      problems.error(root.toString(), 0, "the folder cannot be listed: " + e.getMessage());
      return;
    }
    files.forEach(this::readFile);
  }

  private void readFile(Path path) {
    String name = root.relativize(path).toString().replace('\\', '/');
    try {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        problems.error(name, 0, "not a plain file (a link, perhaps); put the file itself here");
      } else if (Files.size(path) > LARGEST) {
        problems.error(name, 0, "larger than " + LARGEST + " bytes; split it");
      } else {
        byte[] bytes = Files.readAllBytes(path);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
        digest.update((byte) 0);
        decode(name, bytes).ifPresent(text -> texts.put(name, text));
      }
    } catch (IOException e) {
      problems.error(
          name, 0, "cannot be read (" + e.getClass().getSimpleName() + "); check its permissions");
    }
  }

  private Optional<String> decode(String name, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return Optional.of(unmarked.replace("\r\n", "\n").replace('\r', '\n'));
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < buffer.position() && i < bytes.length; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.error(name, line, "not UTF-8; save the file as UTF-8");
      return Optional.empty();
    }
  }

  /** Files that could be read, by name relative to the root with forward slashes, sorted. */
  Map<String, String> texts() {
    return texts;
  }

  /** SHA-256 over the names and bytes of all files read, in hexadecimal. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
