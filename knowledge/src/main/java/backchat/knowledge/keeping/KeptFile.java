package backchat.knowledge.keeping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What took long to make, kept in a file between starts under a key that stands for all that it was
 * made of. Immutable and thread-safe.
 *
 * <p>The file is a cache: one that is missing, made of something else or damaged is passed over. It
 * is replaced in one step, so that a crash leaves the old one or the new one.
 */
public final class KeptFile {
  private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

  private final Path file;
  private final byte[] key;

  /**
   * @param file may not exist yet; one that cannot be read or written only costs time
   * @param key always of the same length
   */
  public KeptFile(Path file, byte[] key) {
    this.file = file.toAbsolutePath();
    this.key = key.clone();
  }

  /** What was written under that key, ready to be read; empty when that is not there, or broken. */
  public Optional<ByteBuffer> read() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - Integer.BYTES;
      if (end < key.length || little(bytes).getInt(end) != sum(bytes, end)) {
        throw new IOException("it is damaged");
      }
      return Arrays.equals(bytes, 0, key.length, key, 0, key.length)
          ? Optional.of(ByteBuffer.wrap(bytes, key.length, end - key.length))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read and is made anew: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** Puts something else into the file's place; a failure is logged and stops nothing. */
  public void write(byte[] content) {
    ByteBuffer bytes = little(new byte[key.length + content.length + Integer.BYTES]);
    bytes.put(key).put(content);
    bytes.putInt(sum(bytes.array(), bytes.position()));
    try {
      Files.createDirectories(file.getParent());
      Path aside = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
      try {
        Files.write(aside, bytes.array());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be kept and is made anew at each start: {}", file, e.toString());
    }
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}
