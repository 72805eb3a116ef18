package backchat.knowledge.keeping;

import backchat.knowledge.content.ContentFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Puts changes into a content folder so that a crash at any moment leaves it, after the next start,
 * as it was or with all of them. Confined to one thread at a time.
 *
 * <p>The changes are first written whole to {@code install.zip} in the data folder; from then on
 * they will be there. Only then is the folder touched, file by file, and the archive taken away.
 */
public final class Installing {
  private static final int MOST_BACKUPS = 20;
  private static final String GONE = "gone/";
  private static final String THERE = "there/";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private final Path data;

  Installing(Path data) {
    this.data = data;
  }

  private Path pending() {
    return data.resolve("install.zip");
  }

  /** Keeps a copy of a folder as it is, beside at most 19 older ones. */
  public void backUp(ContentFiles files, Instant now) throws IOException {
    Path backups = data.resolve("backups");
    Durable.write(
        backups.resolve("content-" + NAME.format(now) + ".zip"),
        out -> ContentArchive.write(files.files(), out));
    List<Path> old = new ArrayList<>();
    try (Stream<Path> all = Files.list(backups)) {
      all.filter(file -> file.getFileName().toString().matches("content-.*\\.zip"))
          .sorted()
          .forEach(old::add);
    }
    for (Path file : old.subList(0, Math.max(0, old.size() - MOST_BACKUPS))) {
      Durable.delete(file);
    }
  }

  /**
   * Changes a folder. When this throws, the folder is as it was, or {@link #finish} will still
   * bring all changes.
   *
   * @param changes by name relative to the folder; without bytes where a file goes
   */
  public void install(Path folder, Map<String, Optional<byte[]>> changes) throws IOException {
    SortedMap<String, byte[]> archive = new TreeMap<>();
    changes.forEach(
        (name, bytes) ->
            archive.put((bytes.isPresent() ? THERE : GONE) + name, bytes.orElse(new byte[0])));
    Durable.write(
        pending(),
        out -> ContentArchive.write(archive, folder.toAbsolutePath().normalize().toString(), out));
    finish();
  }

  /**
   * Brings in what a crash interrupted.
   *
   * @return the folder that was changed; empty when nothing was pending
   */
  public Optional<Path> finish() throws IOException {
    if (!Files.exists(pending())) {
      return Optional.empty();
    }
    Path folder;
    try (ZipFile zip = new ZipFile(pending().toFile(), StandardCharsets.UTF_8)) {
      folder = Path.of(zip.getComment());
      for (var entry : zip.stream().toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().startsWith(THERE)) {
          write(folder.resolve(entry.getName().substring(THERE.length())), bytes);
        } else {
          Durable.delete(folder.resolve(entry.getName().substring(GONE.length())));
        }
      }
    }
    Durable.delete(pending());
    return Optional.of(folder);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
      Durable.write(file, out -> out.write(bytes));
    }
  }
}
