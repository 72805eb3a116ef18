package backchat.knowledge.keeping;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * An edition whose content is kept on disk. Immutable.
 *
 * @param number of the edition
 * @param hash of its content
 * @param loaded when it was first served
 * @param passages how many it has
 */
public record KeptEdition(int number, String hash, Instant loaded, int passages) {
  /** As the comment of its archive. */
  String comment() {
    return "edition=%d\nhash=%s\nloaded=%s\npassages=%d\n"
        .formatted(number, hash, loaded, passages);
  }

  /** From the comment of an archive; empty when it is none of ours. */
  static Optional<KeptEdition> of(String comment) {
    Properties values = new Properties();
    try {
      values.load(new StringReader(comment == null ? "" : comment));
      return Optional.of(
          new KeptEdition(
              Integer.parseInt(values.getProperty("edition", "")),
              values.getProperty("hash", ""),
              Instant.parse(values.getProperty("loaded", "")),
              Integer.parseInt(values.getProperty("passages", ""))));
    } catch (IOException | NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
