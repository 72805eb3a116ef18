package backchat.knowledge.meaning;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * The library's model on the thread that asks. Thread-safe.
 *
 * <p>As the library opens it, one text is computed on all cores, most of which wait for the others
 * in a busy loop: a message of sixty words then costs twice the processor time, and several askers
 * at once wait for each other. It also splits each text into word pieces four times and copies what
 * the model says of every piece, of which only the first counts. The vectors are the same, bit for
 * bit.
 */
final class OneThreadModel {
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENISER = "/bge-small-en-v1.5-q-tokenizer.json";

  /** How many word pieces the model reads. */
  private static final String LONGEST = "512";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokeniser;

  private OneThreadModel(
      OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokeniser) {
    this.environment = environment;
    this.session = session;
    this.tokeniser = tokeniser;
  }

  static OneThreadModel load() throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream tokeniser = resource(TOKENISER).openStream();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return new OneThreadModel(
          environment,
          environment.createSession(outsideTheHeap(resource(MODEL)), options),
          HuggingFaceTokenizer.newInstance(
              tokeniser, Map.of("padding", "false", "truncation", "true", "maxLength", LONGEST)));
    }
  }

  /**
   * The vector of a text, of no certain length.
   *
   * @param text of which the first 510 word pieces count
   */
  float[] vector(String text) {
    Encoding pieces = tokeniser.encode(text);
    long[] shape = {1, pieces.getIds().length};
    try (OnnxTensor ids = tensor(pieces.getIds(), shape);
        OnnxTensor mask = tensor(pieces.getAttentionMask(), shape);
        OnnxTensor types = tensor(pieces.getTypeIds(), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[] first = new float[Meaning.DIMENSIONS];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
      return first;
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model", e);
    }
  }

  private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
  }

  /** The model's 34 MB would otherwise make the heap large for good. */
  private static ByteBuffer outsideTheHeap(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    ByteBuffer buffer = ByteBuffer.allocateDirect(connection.getContentLength());
    byte[] piece = new byte[1 << 16];
    try (InputStream in = connection.getInputStream()) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        buffer.put(piece, 0, read);
      }
    }
    return buffer.flip();
  }

  private static URL resource(String name) throws IOException {
    URL resource = BgeSmallEnV15QuantizedEmbeddingModel.class.getResource(name);
    if (resource == null) {
      throw new FileNotFoundException(name + " in the library of the sentence model");
    }
    return resource;
  }
}
