package backchat.bot.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A file to which records are added, and which is now and then written anew. Thread-safe. */
final class LedgerFile implements Closeable {
  private static final long GROWTH_BYTES = 256 * 1024;

  private final Path file;
  private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();
  private volatile FileChannel channel;
  private volatile long rewritten;
  private volatile boolean torn;

  /**
   * @param file made with its folder when it is first written
   */
  LedgerFile(Path file) {
    this.file = file;
  }

  /** The whole records that stand in the file; none when there is no file. */
  List<LedgerRecord> read() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.exists(file)
        ? LedgerRecord.readAll(ByteBuffer.wrap(Files.readAllBytes(file)))
        : List.of();
  }

  /**
   * Adds a record by one call of the operating system; waits for nothing but a rewriting.
   *
   * @param then run when it was added, before any rewriting
   */
  void add(ByteBuffer bytes, Runnable then) throws IOException {
    swap.readLock().lock();
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      then.run();
    } catch (IOException e) {
      // what follows half a record would not be read
      torn = true;
      throw e;
    } finally {
      swap.readLock().unlock();
    }
  }

  /** Waits until all that was added would outlast a power cut. */
  void force() throws IOException {
    channel.force(false);
  }

  /** Whether it is due: so much was added since the last time, or a record was half written. */
  boolean rewritingIsDue() throws IOException {
    return channel == null || torn || channel.size() > 2 * rewritten + GROWTH_BYTES;
  }

  /**
   * Writes the file anew, if that is due.
   *
   * @param records asked for while nothing can be added
   */
  void rewrite(Supplier<List<LedgerRecord>> records) throws IOException {
    swap.writeLock().lock();
    try {
      if (!rewritingIsDue()) {
        return;
      }
      Path next = file.resolveSibling(file.getFileName() + ".next");
      try (FileChannel out =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (LedgerRecord one : records.get()) {
          out.write(one.bytes());
        }
        out.force(true);
      }
      if (channel != null) {
        channel.close();
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      rewritten = Files.size(file);
      torn = false;
      channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    } finally {
      swap.writeLock().unlock();
    }
  }

  @Override
  public void close() throws IOException {
    channel.force(false);
    channel.close();
  }
}
