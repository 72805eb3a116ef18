package backchat.knowledge;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How knowledge is loaded. Immutable.
 *
 * @param meaning whether sentence vectors are used beside words, where the platform has them
 * @param vectors the file in which vectors are kept between starts, and beside it {@value
 *     #LIKENESS} with what is learnt of the examples of red flags and {@value #CONTENT} with the
 *     content that was checked, {@value #WORDS_INDEX} and {@value #MEANING_INDEX} with what its
 *     index holds; without it each start makes all of them anew
 * @param data the folder in which the last editions are kept for going back to, also after a
 *     restart; without it there is no going back
 */
public record Options(boolean meaning, Optional<Path> vectors, Optional<Path> data) {
  /** The file beside the vectors. */
  public static final String LIKENESS = "likeness.bin";

  /** Beside the vectors, the content that was checked last. */
  public static final String CONTENT = "content.bin";

  /** Beside the vectors, what the index for words alone holds. */
  public static final String WORDS_INDEX = "index-words.bin";

  /** Beside the vectors, what the index with sentence vectors holds. */
  public static final String MEANING_INDEX = "index-meaning.bin";

  Optional<Path> content() {
    return vectors.map(file -> file.resolveSibling(CONTENT));
  }

  /** Beside the vectors, what was learnt of the examples of red flags. */
  Optional<Path> likeness() {
    return vectors.map(file -> file.resolveSibling(LIKENESS));
  }

  /** Nothing to go back to. */
  public Options(boolean meaning, Optional<Path> vectors) {
    this(meaning, vectors, Optional.empty());
  }

  /** Words alone: no native code, and a start in half a second. */
  public static final Options WORDS = new Options(false, Optional.empty());
}
