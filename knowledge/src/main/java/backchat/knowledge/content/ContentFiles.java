package backchat.knowledge.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a content folder as they were at one moment, held in memory. Immutable. */
public final class ContentFiles {
  /** A file may not be larger than this, in bytes. */
  public static final int LARGEST = 2_000_000;

  private final String root;
  private final SortedMap<String, byte[]> files;
  private final List<Problem> problems;
  private volatile String hash = "";

  private ContentFiles(String root, SortedMap<String, byte[]> files, List<Problem> problems) {
    this.root = root;
    this.files = Collections.unmodifiableSortedMap(files);
    this.problems = List.copyOf(problems);
  }

  /** Files from elsewhere, by name relative to the folder, with forward slashes. */
  public static ContentFiles of(String root, Map<String, byte[]> files) {
    return new ContentFiles(root, new TreeMap<>(files), List.of());
  }

  /**
   * Reads every file below a folder but for those whose name begins with a dot; what cannot be read
   * is a problem.
   */
  public static ContentFiles read(Path root) {
    Problems problems = new Problems();
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(root)) {
      problems.error(
          root.toString(), 0, "no such folder; name the content folder with --knowledge DIR");
    } else {
      try {
        for (Path file : list(root)) {
          read(root, file, files, problems);
        }
      } catch (IOException e) {
        problems.error(root.toString(), 0, "the folder cannot be listed: " + e.getMessage());
      }
    }
    return new ContentFiles(root.toString(), files, problems.sorted());
  }

  /** The files that count, sorted. */
  private static List<Path> list(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void read(Path root, Path path, Map<String, byte[]> files, Problems problems) {
    String name = root.relativize(path).toString().replace('\\', '/');
    try {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        problems.error(name, 0, "not a plain file (a link, perhaps); put the file itself here");
      } else if (Files.size(path) > LARGEST) {
        problems.error(name, 0, "larger than " + LARGEST + " bytes; split it");
      } else {
        files.put(name, Files.readAllBytes(path));
      }
    } catch (IOException e) {
      problems.error(
          name, 0, "cannot be read (" + e.getClass().getSimpleName() + "); check its permissions");
    }
  }

  /**
   * A cheap mark that differs when a file has come, gone, changed its size or been written since;
   * empty when the folder cannot be listed.
   */
  public static Optional<String> mark(Path root) {
    MessageDigest digest = sha256();
    try {
      if (!Files.isDirectory(root)) {
        return Optional.empty();
      }
      for (Path file : list(root)) {
        String line =
            file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The same with some files other, new, or gone where there are no bytes. */
  public ContentFiles with(Map<String, Optional<byte[]>> changes) {
    SortedMap<String, byte[]> changed = new TreeMap<>(files);
    changes.forEach(
        (name, bytes) ->
            bytes.ifPresentOrElse(b -> changed.put(name, b), () -> changed.remove(name)));
    return new ContentFiles(root, changed, problems);
  }

  /** Bytes by name relative to the folder with forward slashes, sorted; not to be written to. */
  public SortedMap<String, byte[]> files() {
    return files;
  }

  /** Files that could not be read, and a folder that is not there. */
  public List<Problem> problems() {
    return problems;
  }

  /** The folder's name, for problems that concern all of it. */
  String root() {
    return root;
  }

  /** SHA-256 over the names and bytes of all files, in hexadecimal; computed once. */
  public String hash() {
    if (hash.isEmpty()) {
      hash = computed();
    }
    return hash;
  }

  private String computed() {
    MessageDigest digest = sha256();
    files.forEach(
        (name, bytes) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(bytes);
          digest.update((byte) 0);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The texts of the files that are UTF-8, sorted by name; the others are problems. */
  SortedMap<String, String> texts(Problems problems) {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach(
        (name, bytes) -> decode(name, bytes, problems).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private static Optional<String> decode(String name, byte[] bytes, Problems problems) {
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
