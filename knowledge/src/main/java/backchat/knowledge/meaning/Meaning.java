package backchat.knowledge.meaning;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns sentences into vectors whose cosine says how alike they are in meaning. Thread-safe.
 *
 * <p>The model is bge-small-en-v1.5, quantised to 8 bits, which comes in a library and runs by ONNX
 * Runtime on the thread that asks. See RATIONALE.md for the comparison that chose it.
 */
public final class Meaning {
  /** Length of every vector. */
  public static final int DIMENSIONS = 384;

  /** What vectors of this model are stored under. */
  static final String MODEL = "bge-small-en-v1.5-q, 8 bits";

  private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

  /** The model reads 512 word pieces; longer texts are cut before splitting them costs time. */
  private static final int LONGEST = 1_500;

  private final OneThreadModel model;
  private volatile Map<String, byte[]> known = Map.of();

  private Meaning(OneThreadModel model) {
    this.model = model;
  }

  /**
   * Loads the model, which takes about half a second.
   *
   * @return empty, with one line in the log, where the native library does not run
   */
  public static Optional<Meaning> load() {
    // the tokeniser's library would otherwise report its use over the network
    System.setProperty("OPT_OUT_TRACKING", "true");
    try {
      Meaning meaning = new Meaning(OneThreadModel.load());
      meaning.vector("warm up");
      return Optional.of(meaning);
    } catch (LinkageError | RuntimeException | IOException | OrtException e) {
      LOG.warn("no sentence vectors on this platform, words alone are used: {}", e.toString());
      return Optional.empty();
    }
  }

  /**
   * The vector of a text.
   *
   * @param text not blank; only the first 1,500 characters count
   * @return of {@link #DIMENSIONS} numbers, of which the greatest is 127 or -127, so that lengths
   *     differ; not to be written to
   */
  public byte[] vector(String text) {
    byte[] before = known.get(text);
    return before != null ? before : computed(text);
  }

  private byte[] computed(String text) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return rounded(model.vector(read));
  }

  /** The same direction in whole numbers, of which the greatest is as great as a byte can be. */
  static byte[] rounded(float[] vector) {
    float greatest = 0;
    for (float value : vector) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    byte[] rounded = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      rounded[i] = (byte) Math.round(vector[i] * Byte.MAX_VALUE / greatest);
    }
    return rounded;
  }

  /**
   * The vectors of many texts, computed on all cores; those that a file holds from an earlier time
   * are read from it, and the file is brought up to date.
   *
   * @param file where vectors are kept between starts; may not exist yet, and a file that cannot be
   *     read or written only costs time
   */
  public Map<String, byte[]> vectors(Collection<String> texts, Optional<Path> file) {
    VectorFile kept = new VectorFile(MODEL, DIMENSIONS, file);
    known = kept.complete(texts, this::vector);
    return known;
  }

  /**
   * Lets go of the vectors that {@link #vectors} returned last. Until then {@link #vector} does not
   * compute them again, which is what makes a self-test fast.
   */
  public void forget() {
    known = Map.of();
  }
}
