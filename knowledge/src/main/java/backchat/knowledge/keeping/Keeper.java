package backchat.knowledge.keeping;

import backchat.knowledge.content.ContentFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last editions' content in a data folder, and which of them serves. Thread-safe; one process
 * at a time has it, for as long as it runs.
 */
public final class Keeper implements AutoCloseable {
  /** How many editions' content is kept. */
  public static final int MOST = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final String ARCHIVE = ".zip";

  private final Path data;
  private final Path folder;
  private final FileChannel lockFile;
  private volatile Serving serving;

  private Keeper(Path data, Path folder, FileChannel lockFile, Serving serving) {
    this.data = data;
    this.folder = folder;
    this.lockFile = lockFile;
    this.serving = serving;
  }

  /**
   * Which edition serves. Immutable.
   *
   * @param edition its number; 0 when none was ever served
   * @param rolledBack whether a moderator went back to it, so that it serves whatever the folder
   *     holds, until the next reload
   * @param last the highest number ever given
   */
  public record Serving(int edition, boolean rolledBack, int last) {}

  /**
   * Takes the editions of a data folder over, and makes it where it is missing.
   *
   * @return empty when another process has them
   * @throws IOException if the folder cannot be written
   */
  public static Optional<Keeper> open(Path data) throws IOException {
    Path folder = data.resolve("editions");
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(lockFile).isEmpty()) {
      lockFile.close();
      return Optional.empty();
    }
    Keeper keeper = new Keeper(data, folder, lockFile, new Serving(0, false, 0));
    keeper.serving = keeper.readServing();
    return Optional.of(keeper);
  }

  private static Optional<FileLock> lock(FileChannel file) throws IOException {
    try {
      return Optional.ofNullable(file.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private Serving readServing() {
    int kept = history().stream().mapToInt(KeptEdition::number).max().orElse(0);
    Properties values = new Properties();
    try {
      values.load(new StringReader(Files.readString(state())));
      return new Serving(
          Integer.parseInt(values.getProperty("edition", "0")),
          Boolean.parseBoolean(values.getProperty("rolled-back", "false")),
          Math.max(kept, Integer.parseInt(values.getProperty("last", "0"))));
    } catch (IOException | IllegalArgumentException e) {
      return new Serving(0, false, kept);
    }
  }

  private Path state() {
    return folder.resolve("serving.properties");
  }

  /** Which edition serves, as the disk has it. */
  public Serving serving() {
    return serving;
  }

  /** The editions whose content is there, the newest first. */
  public List<KeptEdition> history() {
    List<KeptEdition> kept = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ARCHIVE)).toList()) {
        comment(file).flatMap(KeptEdition::of).ifPresent(kept::add);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.toString());
    }
    kept.sort(Comparator.comparingInt(KeptEdition::number).reversed());
    return kept;
  }

  private static Optional<String> comment(Path archive) {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      return Optional.ofNullable(zip.getComment());
    } catch (IOException e) {
      LOG.warn("{} is passed over: {}", archive, e.toString());
      return Optional.empty();
    }
  }

  /**
   * The content of an edition.
   *
   * @throws IOException if it is not kept, or damaged
   */
  public ContentFiles content(KeptEdition edition) throws IOException {
    Path archive = archive(edition.number());
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        bytes.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    ContentFiles files = ContentFiles.of(archive.toString(), bytes);
    if (!files.hash().equals(edition.hash())) {
      throw new IOException(archive + " is not what was kept");
    }
    return files;
  }

  private Path archive(int number) {
    return folder.resolve(number + ARCHIVE);
  }

  /**
   * Keeps an edition's content, and notes that it serves; when this returns, a start after any
   * crash serves it.
   */
  public synchronized void serve(KeptEdition edition, ContentFiles files, boolean rolledBack)
      throws IOException {
    if (!Files.exists(archive(edition.number()))) {
      Durable.write(
          archive(edition.number()),
          out -> ContentArchive.write(files.files(), edition.comment(), out));
    }
    Serving next =
        new Serving(edition.number(), rolledBack, Math.max(serving.last(), edition.number()));
    if (!next.equals(serving)) {
      String text =
          "edition=%d\nrolled-back=%b\nlast=%d\n"
              .formatted(next.edition(), next.rolledBack(), next.last());
      Durable.write(state(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      serving = next;
    }
    prune();
  }

  /** Takes away what is older than the last few; the one that serves always stays. */
  private void prune() {
    List<KeptEdition> kept = history();
    for (KeptEdition old : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
      if (old.number() != serving.edition()) {
        try {
          Durable.delete(archive(old.number()));
        } catch (IOException e) {
          LOG.warn("an old edition stays: {}", e.toString());
        }
      }
    }
  }

  /** The way of changes into content folders. */
  public Installing installing() {
    return new Installing(data);
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
