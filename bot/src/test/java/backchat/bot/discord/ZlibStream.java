package backchat.bot.discord;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import okio.ByteString;

/**
 * Packs the frames of one socket as the service does: one context for the whole connection, each
 * frame flushed. Confined to one thread.
 */
final class ZlibStream {
  private final Deflater deflater = new Deflater();

  ByteString packed(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    byte[] packed = new byte[plain.length + 256];
    deflater.setInput(plain);
    int length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
    return ByteString.of(packed, 0, length);
  }
}
