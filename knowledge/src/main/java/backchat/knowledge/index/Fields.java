package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import java.util.List;
import java.util.function.Function;

/**
 * A field of the Lucene index. Immutable.
 *
 * @param name of the field in the index
 * @param texts what of a passage stands in it
 */
record Fields(String name, Function<Passage, List<String>> texts) {
  /**
   * Stems and word pairs of one question form, or of a question that no passage answers; each is a
   * document of its own.
   */
  static final String FORM = "form";

  /** The vector of such a question, in the same document. */
  static final String FORM_VECTOR = "form-vector";

  /** The vector of a passage's canonical question with its short answer, in its document. */
  static final String ANSWER_VECTOR = "answer-vector";

  /** Words as written, for the spelling. */
  static final String WORD = "word";

  /** Fields of which a passage has one each, in the order of their features. */
  static final List<Fields> WHOLE =
      List.of(
          new Fields("forms", Passage::questions),
          new Fields("answer", passage -> List.of(passage.shortAnswer())),
          new Fields("body", passage -> List.of(passage.details(), passage.cautions().orElse(""))),
          new Fields(
              "extra",
              passage ->
                  List.of(
                      String.join(" ", passage.keywords()),
                      passage.cells(),
                      passage.id().replaceAll("[/#-]", " "))));
}
