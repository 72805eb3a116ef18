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
  /** Stems and word pairs of one question form; each form is a document of its own. */
  static final String FORM = "form";

  /** The vector of one question form. */
  static final String FORM_VECTOR = "form-vector";

  /** The vector of the canonical question with the short answer. */
  static final String ANSWER_VECTOR = "answer-vector";

  /** Stems and word pairs of one question that no passage answers. */
  static final String OFF_TOPIC = "off-topic";

  /** The vector of such a question. */
  static final String OFF_TOPIC_VECTOR = "off-topic-vector";

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
