package backchat.knowledge.keeping;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * What a zip file says of itself at its end, which the platform's reader of streams does not look
 * at: names, links, encryption. Immutable.
 */
final class CentralDirectory {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_BYTES = 22;
  private static final int ENTRY_BYTES = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int ENCRYPTED = 1;
  private static final int FILE_TYPE = 0xF000;
  private static final int PLAIN_FILE = 0x8000;
  private static final int FOLDER = 0x4000;

  private CentralDirectory() {}

  /**
   * The names in an archive.
   *
   * @param most names
   * @throws ContentArchive.Refused if it is none, holds too many files, links, devices, secrets or
   *     one name twice
   */
  static Set<String> names(byte[] archive, int most) throws ContentArchive.Refused {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = end(bytes);
    int count = bytes.getShort(end + 10) & 0xFFFF;
    long at = bytes.getInt(end + 16) & 0xFFFFFFFFL;
    if (count == 0xFFFF || at == 0xFFFFFFFFL) {
      throw new ContentArchive.Refused("it is of the kind for very large files (zip64)");
    }
    if (count > most) {
      throw new ContentArchive.Refused(
          "it holds %,d files; at most %,d are taken".formatted(count, most));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (at + ENTRY_BYTES > end || bytes.getInt((int) at) != ENTRY) {
        throw new ContentArchive.Refused("its list of files is broken; pack it again");
      }
      at = entry(bytes, (int) at, end, names);
    }
    return names;
  }

  private static int end(ByteBuffer bytes) throws ContentArchive.Refused {
    int first = Math.max(0, bytes.limit() - END_BYTES - LONGEST_COMMENT);
    for (int at = bytes.limit() - END_BYTES; at >= first; at--) {
      if (bytes.getInt(at) == END
          && at + END_BYTES + (bytes.getShort(at + 20) & 0xFFFF) == bytes.limit()) {
        return at;
      }
    }
    throw new ContentArchive.Refused("it is not a whole zip file");
  }

  /** Reads one entry and returns where the next one begins. */
  private static int entry(ByteBuffer bytes, int at, int end, Set<String> names)
      throws ContentArchive.Refused {
    int nameBytes = bytes.getShort(at + 28) & 0xFFFF;
    int next =
        at
            + ENTRY_BYTES
            + nameBytes
            + (bytes.getShort(at + 30) & 0xFFFF)
            + (bytes.getShort(at + 32) & 0xFFFF);
    if (next > end) {
      throw new ContentArchive.Refused("its list of files is broken; pack it again");
    }
    String name = new String(bytes.array(), at + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8);
    if ((bytes.getShort(at + 8) & ENCRYPTED) != 0) {
      throw new ContentArchive.Refused("it is locked with a password");
    }
    boolean unix = bytes.get(at + 5) == 3;
    int type = unix ? (bytes.getInt(at + 38) >>> 16) & FILE_TYPE : 0;
    if (type != 0 && type != PLAIN_FILE && type != FOLDER) {
      throw new ContentArchive.Refused("it holds a link or a device; put the files themselves in");
    }
    if (!names.add(name)) {
      throw new ContentArchive.Refused("it holds one name twice");
    }
    return next;
  }
}
