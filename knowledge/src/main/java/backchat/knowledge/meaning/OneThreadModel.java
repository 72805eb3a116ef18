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
    try (InputStream model = resource(MODEL);
        InputStream tokeniser = resource(TOKENISER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      return new OneThreadModel(
          new OnnxBertBiEncoder(environment, session, tokeniser, PoolingMode.CLS));
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream resource = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream(name);
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
