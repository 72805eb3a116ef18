package backchat.bot.conversation;

import java.io.IOException;

/**
 * A file that came with a request, still where the platform keeps it. Immutable.
 *
 * @param name as its sender named it; means nothing but its ending
 * @param bytes how large the platform says it is
 * @param content fetches it; thread-safe
 */
public record Upload(String name, long bytes, Content content) {
  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {
    /**
     * Fetches the bytes.
     *
     * @param most how many at most
     * @throws IOException if they cannot be had, or are more
     */
    byte[] fetch(long most) throws IOException;
  }

  /** Says nothing of the name. */
  @Override
  public String toString() {
    return "a file of " + bytes + " bytes";
  }
}
