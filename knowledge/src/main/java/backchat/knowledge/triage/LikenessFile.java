package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import backchat.knowledge.keeping.KeptFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What was learnt last, kept in a file between starts, since learning takes longer than all else of
 * triage. Immutable and thread-safe.
 */
final class LikenessFile {
  /**
   * Stands for all that learning depends on beside the content: how messages are read, what their
   * features are, how weights follow. A test fails when one of these has changed and this number
   * has not.
   */
  static final int LEARNER = 1;

  private static final int HEAD = 4 * Integer.BYTES;

  private final KeptFile file;

  /**
   * @param file may not exist yet; one that cannot be read or written only costs time
   * @param content from which is learnt
   */
  LikenessFile(Path file, Content content) {
    this.file = new KeptFile(file, key(content));
  }

  /** What the file holds for that content, else what is learnt now, which is then kept. */
  Likeness get(Supplier<Likeness> learn) {
    return file.read()
        .map(bytes -> likeness(little(bytes)))
        .orElseGet(
            () -> {
              Likeness learnt = learn.get();
              file.write(bytes(learnt));
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

  private static byte[] bytes(Likeness likeness) {
    int numbers = likeness.weights().length + likeness.places().length + likeness.votes().length;
    ByteBuffer bytes = little(ByteBuffer.allocate(HEAD + numbers * Integer.BYTES));
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
    return bytes.array();
  }

  private static ByteBuffer little(ByteBuffer bytes) {
    return bytes.order(ByteOrder.LITTLE_ENDIAN);
  }
}
