package backchat.bot.conversation;

/**
 * The sentence under every reply with health information; a reply without it does not compile.
 * Immutable.
 *
 * @param text as moderators wrote it
 * @param edition number of the edition that the reply comes from; 0 when it comes from none
 */
public record Disclaimer(String text, int edition) {
  /** A disclaimer without an edition. */
  public Disclaimer(String text) {
    this(text, 0);
  }
}
