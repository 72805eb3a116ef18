package backchat.knowledge.meaning;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;

/**
 * The library's model on the thread that asks. Thread-safe.
 *
 * <p>As the library opens it, one text is computed on all cores, most of which wait for the others
 * in a busy loop: a message of sixty words then costs twice the processor time, and several askers
 * at once wait for each other. The vectors are the same, bit for bit.
 */
final class OneThreadModel extends AbstractInProcessEmbeddingModel {
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENISER = "/bge-small-en-v1.5-q-tokenizer.json";

  private final OnnxBertBiEncoder encoder;

  private OneThreadModel(OnnxBertBiEncoder encoder) {
    super(Runnable::run);
    this.encoder = encoder;
  }

  static OneThreadModel load() throws IOException, OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream tokeniser = resource(TOKENISER).openStream();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      OrtSession session = environment.createSession(outsideTheHeap(resource(MODEL)), options);
      return new OneThreadModel(
          new OnnxBertBiEncoder(environment, session, tokeniser, PoolingMode.CLS));
    }
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

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }
}
