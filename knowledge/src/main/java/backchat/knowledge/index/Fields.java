package backchat.knowledge.index;

import backchat.knowledge.content.Passage;
import java.util.List;
import java.util.function.Function;

/**
 * The fields of the Lucene index. Immutable.
 *
 * @param name of the field in the index
 * @param texts what of a passage stands in it, one text a document
 */
record Fields(String name, Function<Passage, List<String>> texts) {
  /** The document's passage, as its position in the list of passages. */
  static final String PASSAGE = "passage";

  /** Each question form is a document of its own. */
  static final String FORM = "form";

  /** All question forms of a passage together. */
  static final String FORMS = "forms";

  /** The short answer. */
  static final String ANSWER = "answer";

  /** The rest of the text. */
  static final String BODY = "body";

  /** Keywords, cells of shown tables and the words of the id. */
  static final String EXTRA = "extra";

  /** Fields of which a passage has one text each. */
  static final List<Fields> WHOLE =
      List.of(
          new Fields(FORMS, Passage::questions),
          new Fields(ANSWER, passage -> List.of(passage.shortAnswer())),
          new Fields(BODY, passage -> List.of(passage.details(), passage.cautions().orElse(""))),
          new Fields(
              EXTRA,
              passage ->
                  List.of(
                      String.join(" ", passage.keywords()),
                      passage.cells(),
                      passage.id().replaceAll("[/#-]", " "))));
}
