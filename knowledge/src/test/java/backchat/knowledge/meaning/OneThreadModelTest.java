package backchat.knowledge.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model, run in our way, held against its library. */
final class OneThreadModelTest {
  private static final String STORY =
      "Hi, I'm 43 and drive a van. My lower back has been stiff since we moved house in spring,"
          + " and it gets better once I've walked about; \"no pain, no gain\", they say (hm).";

  @Test
  void vectorsAreThoseOfTheLibrary() throws Exception {
    EmbeddingModel library = new BgeSmallEnV15QuantizedEmbeddingModel();
    OneThreadModel ours = OneThreadModel.load();
    List<String> texts =
        List.of(
            "does massage help?",
            STORY,
            STORY.repeat(4),
            "Kann ich das Tragen von Schuhen üben? ñandú 腰が痛い",
            "😀 my b@ck!!! #hurts :-( &amp; [SEP] [UNK]",
            "   \n\t a ",
            "?");
    for (String text : texts) {
      assertThat(Meaning.rounded(ours.vector(text)))
          .as(text)
          .isEqualTo(Meaning.rounded(library.embed(text).content().vector()));
    }
  }

  @Test
  void aTextOfMoreWordPiecesThanTheModelReadsIsCut() throws Exception {
    OneThreadModel model = OneThreadModel.load();
    assertThat(model.vector("!".repeat(1_500))).isEqualTo(model.vector("!".repeat(510)));
  }
}
