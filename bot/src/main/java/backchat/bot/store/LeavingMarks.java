package backchat.bot.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Marks of the answers that have left, in a file that is mapped into memory: to set one is a single
 * store, which outlives the process and takes no call of the operating system. Such a call, to
 * write to a file that is just being forced to the disk, can stand still for milliseconds with its
 * bytes already written, and a kill there would lose an answer. Thread-safe.
 */
final class LeavingMarks implements Closeable {
  private static final int REGION_BYTES = 32 * 1024;

  private final Path file;
  private final Set<Long> left;
  private final FileChannel channel;
  private final Queue<Mark> free = new ConcurrentLinkedQueue<>();
  private final Map<Long, Mark> marks = new ConcurrentHashMap<>();

  private LeavingMarks(Path file, Set<Long> left, FileChannel channel) {
    this.file = file;
    this.left = left;
    this.channel = channel;
  }

  /** A place for one id, which is kept inverted, so that 0 says that none is there. Thread-safe. */
  record Mark(LongBuffer region, int index) {
    void set(long id) {
      region.put(index, ~id);
    }

    void clear() {
      region.put(index, 0);
    }
  }

  /**
   * Opens the marks; the old file stays until {@link #begin}.
   *
   * @param file whatever its length; none is like an empty one
   */
  static LeavingMarks open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            next(file),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      LeavingMarks marks = new LeavingMarks(file, read(file), channel);
      marks.grow();
      return marks;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + ".next");
  }

  /** The ids that are marked in a file; none when there is no file. */
  static Set<Long> read(Path file) throws IOException {
    Set<Long> ids = new HashSet<>();
    if (Files.exists(file)) {
      LongBuffer marks = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
      while (marks.hasRemaining()) {
        long mark = marks.get();
        if (mark != 0) {
          ids.add(~mark);
        }
      }
    }
    return ids;
  }

  /** The ids that were marked when the process before this one ended. */
  Set<Long> left() {
    return left;
  }

  /** Puts the new marks in the place of the old ones, once these were heeded. */
  void begin() throws IOException {
    Files.move(
        next(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The file's blocks are written first: a store into memory cannot tell that a disk is full. */
  private synchronized void grow() throws IOException {
    if (!free.isEmpty()) {
      return;
    }
    long from = channel.size();
    channel.write(ByteBuffer.allocate(REGION_BYTES), from);
    channel.force(false);
    LongBuffer region =
        channel.map(FileChannel.MapMode.READ_WRITE, from, REGION_BYTES).asLongBuffer();
    for (int i = 0; i < region.capacity(); i++) {
      free.add(new Mark(region, i));
    }
  }

  /** The place for an id's mark, its own until it is {@link #drop}ped. */
  Mark of(long id) throws IOException {
    Mark mark = marks.get(id);
    while (mark == null) {
      Mark next = free.poll();
      if (next == null) {
        grow();
      } else {
        mark = marks.putIfAbsent(id, next);
        if (mark == null) {
          return next;
        }
        free.add(next);
      }
    }
    return mark;
  }

  /** Clears an id's mark, if it has one, and gives its place to others. */
  void drop(long id) {
    Mark mark = marks.remove(id);
    if (mark != null) {
      mark.clear();
      free.add(mark);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
