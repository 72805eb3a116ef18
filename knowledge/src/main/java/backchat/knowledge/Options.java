package backchat.knowledge;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How knowledge is loaded. Immutable.
 *
 * @param meaning whether sentence vectors are used beside words, where the platform has them
 * @param vectors the file in which vectors are kept between starts; without it each start computes
 *     them anew
 */
public record Options(boolean meaning, Optional<Path> vectors) {
  /** Words alone: no native code, and a start in half a second. */
  public static final Options WORDS = new Options(false, Optional.empty());
}
