package backchat.knowledge.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start finds again, and what it does not trust. */
final class KeptFileTest {
  private static final byte[] KEY = {1, 2, 3, 4};
  private static final byte[] CONTENT = new byte[1_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  @TempDir private Path folder;

  private Path path() {
    return folder.resolve("data/kept.bin");
  }

  private Optional<byte[]> read(byte... key) {
    return new KeptFile(path(), key).read().map(KeptFileTest::rest);
  }

  private static byte[] rest(ByteBuffer bytes) {
    byte[] rest = new byte[bytes.remaining()];
    bytes.get(rest);
    return rest;
  }

  @Test
  void whatWasWrittenIsReadUnderItsKeyAlone() {
    new KeptFile(path(), KEY).write(CONTENT);
    assertThat(read(KEY)).hasValueSatisfying(found -> assertThat(found).isEqualTo(CONTENT));
    assertThat(read((byte) 1, (byte) 2, (byte) 3, (byte) 5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7, 8, 500, 1_007, -1})
  void aBrokenFileIsPassedOverAndMended(int cut) throws IOException {
    new KeptFile(path(), KEY).write(CONTENT);
    byte[] bytes = Files.readAllBytes(path());
    if (cut >= 0) {
      Files.write(path(), Arrays.copyOf(bytes, cut));
    } else {
      bytes[bytes.length / 2] ^= 1;
      Files.write(path(), bytes);
    }
    assertThat(read(KEY)).isEmpty();
    new KeptFile(path(), KEY).write(CONTENT);
    assertThat(read(KEY)).isPresent();
    try (var files = Files.list(path().getParent())) {
      assertThat(files).as("nothing lies about").containsExactly(path());
    }
  }

  @Test
  void whereNothingCanBeWrittenNothingIsKept() throws IOException {
    Files.writeString(folder.resolve("data"), "a file where the folder should be");
    new KeptFile(path(), KEY).write(CONTENT);
    assertThat(read(KEY)).isEmpty();
  }
}
