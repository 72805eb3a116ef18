package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was learnt last, kept in a file between starts, since learning takes longer than all else of
 * triage. Immutable and thread-safe.
 *
 * <p>The file is a cache: one that is missing, learnt from other content or damaged is made anew.
 * It is replaced in one step, so that a crash leaves the old one or the new one.
 */
final class LikenessFile {
  /**
   * Stands for all that learning depends on beside the content: how messages are read, what their
   * features are, how weights follow. A test fails when one of these has changed and this number
   * has not.
   */
  static final int LEARNER = 1;

  private static final Logger LOG = LoggerFactory.getLogger(LikenessFile.class);
  private static final int KEY = 32;
  private static final int HEAD = KEY + 4 * Integer.BYTES;

  private final Path file;
  private final byte[] key;

  /**
   * @param file may not exist yet; one that cannot be read or written only costs time
   * @param content from which is learnt
   */
  LikenessFile(Path file, Content content) {
    this.file = file.toAbsolutePath();
    this.key = key(content);
  }

  /** What the file holds for that content, else what is learnt now, which is then kept. */
  Likeness get(Supplier<Likeness> learn) {
    return read()
        .orElseGet(
            () -> {
              Likeness learnt = learn.get();
              write(learnt);
              return learnt;
            });
  }

  /** The hash of all of the content that has a say in what is learnt. */
  private static byte[] key(Content content) {
    MessageDigest digest = sha256();
    add(digest, LEARNER);
    new TreeMap<>(content.language().sameWord()).forEach((word, forms) -> add(digest, word, forms));
    new TreeMap<>(content.language().concepts()).forEach((name, terms) -> add(digest, name, terms));
    add(digest, new TreeSet<>(content.language().keep()));
    add(digest, new TreeSet<>(content.language().elsewhere()));
    add(digest, content.language().offTopic(), content.language().harmless());
    content
        .redFlags()
        .forEach(
            flag -> {
              add(digest, flag.id(), flag.urgency(), flag.patterns());
              add(digest, flag.examples(), flag.learnFrom(), flag.counterExamples());
            });
    content.passages().forEach(passage -> add(digest, passage.questions()));
    return digest.digest();
  }

  private static void add(MessageDigest digest, Object... parts) {
    for (Object part : parts) {
      if (part instanceof Collection<?> several) {
        several.forEach(one -> add(digest, one));
      } else {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Optional<Likeness> read() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = little(Files.readAllBytes(file));
      int end = bytes.limit() - Integer.BYTES;
      if (end < HEAD || bytes.getInt(end) != sum(bytes.array(), end)) {
        throw new IOException("it is damaged");
      }
      byte[] learntFrom = new byte[KEY];
      bytes.get(learntFrom);
      return Arrays.equals(learntFrom, key) ? Optional.of(likeness(bytes)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read; red flags are learnt anew: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Likeness likeness(ByteBuffer bytes) {
    float[] weights = new float[bytes.getInt()];
    int[] places = new int[bytes.getInt()];
    float[] votes = new float[bytes.getInt()];
    float bias = bytes.getFloat();
    bytes.asFloatBuffer().get(weights);
    bytes.position(bytes.position() + weights.length * Float.BYTES);
    bytes.asIntBuffer().get(places);
    bytes.position(bytes.position() + places.length * Integer.BYTES);
    bytes.asFloatBuffer().get(votes);
    return new Likeness(weights, bias, places, votes);
  }

  private static ByteBuffer bytes(byte[] key, Likeness likeness) {
    int numbers = likeness.weights().length + likeness.places().length + likeness.votes().length;
    ByteBuffer bytes = little(new byte[HEAD + numbers * Integer.BYTES + Integer.BYTES]);
    bytes.put(key);
    bytes.putInt(likeness.weights().length);
    bytes.putInt(likeness.places().length);
    bytes.putInt(likeness.votes().length);
    bytes.putFloat(likeness.bias());
    for (float weight : likeness.weights()) {
      bytes.putFloat(weight);
    }
    for (int place : likeness.places()) {
      bytes.putInt(place);
    }
    for (float vote : likeness.votes()) {
      bytes.putFloat(vote);
    }
    return bytes.putInt(sum(bytes.array(), bytes.position()));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  private void write(Likeness likeness) {
    try {
      Files.createDirectories(file.getParent());
      Path aside = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
      try {
        Files.write(aside, bytes(key, likeness).array());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      LOG.warn("what was learnt of red flags cannot be kept in {}: {}", file, e.toString());
    }
  }
}
