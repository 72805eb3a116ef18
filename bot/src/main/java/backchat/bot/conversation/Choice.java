package backchat.bot.conversation;

/**
 * Something that an asker can pick: a button, an entry of a menu, a number in the terminal.
 * Immutable.
 *
 * @param label what the asker reads
 * @param action what picking it does
 */
public record Choice(String label, Action action) {
  /** What picking a choice does. Immutable. */
  public sealed interface Action {}

  /**
   * Shows a passage.
   *
   * @param id of the passage; it may have gone by the time it is picked
   */
  public record ShowPassage(String id) implements Action {}

  /**
   * Lists the passages of a topic.
   *
   * @param topic its word in passage ids
   * @param page from 0; a page that does not exist shows the last one
   */
  public record ShowTopic(String topic, int page) implements Action {}

  /** Lists all topics. */
  public record ShowTopics() implements Action {}

  /**
   * Says whether a passage was what the asker wanted.
   *
   * @param passage its id
   * @param helped false for "not what I asked"
   */
  public record Rate(String passage, boolean helped) implements Action {}

  /**
   * Hands a question that found no sure answer to the moderators.
   *
   * @param code by which it is held for a while: 1 to 40 of {@code [A-Za-z0-9_-]}
   */
  public record Share(String code) implements Action {
    /** Checks the code. */
    public Share {
      if (!code.matches("[A-Za-z0-9_-]{1,40}")) {
        throw new IllegalArgumentException("up to 40 of [A-Za-z0-9_-]");
      }
    }
  }

  /**
   * Does what a moderator could type after {@code /kb}; whoever presses must be one.
   *
   * @param words at most 60 characters: words of {@code [a-z0-9-]} with one space between them
   */
  public record Moderate(String words) implements Action {
    /** Checks the words. */
    public Moderate {
      if (!words.matches("[a-z0-9-]+( [a-z0-9-]+)*") || words.length() > 60) {
        throw new IllegalArgumentException("up to 60 of [a-z0-9-] and single spaces");
      }
    }
  }
}
