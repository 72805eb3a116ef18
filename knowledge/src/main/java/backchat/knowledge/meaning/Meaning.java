package backchat.knowledge.meaning;

import ai.onnxruntime.OrtException;
import dev.langchain4j.model.embedding.EmbeddingModel;
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
  static final String MODEL = "bge-small-en-v1.5-q";

  private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

  /** The model reads 512 word pieces; longer texts are cut before they cost time. */
  private static final int LONGEST = 1_500;

  private final EmbeddingModel model;
  private volatile Map<String, float[]> known = Map.of();

  private Meaning(EmbeddingModel model) {
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
   * @return of {@link #DIMENSIONS} numbers and length 1; not to be written to
   */
  public float[] vector(String text) {
    float[] before = known.get(text);
    return before != null ? before : computed(text);
  }

  private float[] computed(String text) {
    String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    float[] vector = model.embed(read).content().vector();
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  /**
   * The vectors of many texts, computed on all cores; those that a file holds from an earlier time
   * are read from it, and the file is brought up to date.
   *
   * @param file where vectors are kept between starts; may not exist yet, and a file that cannot be
   *     read or written only costs time
   */
  public Map<String, float[]> vectors(Collection<String> texts, Optional<Path> file) {
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
