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
   */
  public record ShowTopic(String topic) implements Action {}
}
