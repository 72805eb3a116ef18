package backchat.bot.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * One record of a ledger's file: length, kind, id, time, sealed text, checksum. Immutable.
 *
 * @param kind what happened
 * @param id of the update
 * @param at seconds since 1970 when it was noted; 0 for other kinds
 * @param sealed the update's text; empty for other kinds and for what was answered
 */
record LedgerRecord(Kind kind, long id, long at, byte[] sealed) {
  /** What happened to an update. */
  enum Kind {
    NOTED,
    ANSWERED
  }

  private static final int FIXED = 1 + Long.BYTES + Long.BYTES;
  private static final int MOST = 1 << 24;

  /** Says that an update was answered. */
  static LedgerRecord answered(long id) {
    return new LedgerRecord(Kind.ANSWERED, id, 0, new byte[0]);
  }

  /** The record as it stands in the file, ready to be read. */
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + FIXED + sealed.length + Integer.BYTES);
    bytes.putInt(FIXED + sealed.length);
    bytes.put((byte) kind.ordinal()).putLong(id).putLong(at).put(sealed);
    bytes.putInt(checksum(bytes, Integer.BYTES, FIXED + sealed.length));
    return bytes.flip();
  }

  /** The records up to the first that is damaged or half written. */
  static List<LedgerRecord> readAll(ByteBuffer file) {
    List<LedgerRecord> records = new ArrayList<>();
    while (file.remaining() >= Integer.BYTES) {
      int start = file.position();
      int length = file.getInt();
      boolean whole =
          length >= FIXED && length < MOST && file.remaining() >= length + Integer.BYTES;
      if (!whole) {
        return records;
      }
      int kind = file.get();
      long id = file.getLong();
      long at = file.getLong();
      byte[] sealed = new byte[length - FIXED];
      file.get(sealed);
      int sum = file.getInt();
      if (sum != checksum(file, start + Integer.BYTES, length) || kind >= Kind.values().length) {
        return records;
      }
      records.add(new LedgerRecord(Kind.values()[kind], id, at, sealed));
    }
    return records;
  }

  private static int checksum(ByteBuffer bytes, int from, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes.duplicate().clear().slice(from, length));
    return (int) sum.getValue();
  }
}
