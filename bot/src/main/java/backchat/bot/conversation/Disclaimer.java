package backchat.bot.conversation;

/**
 * The sentence under every reply with health information; a reply without it does not compile.
 * Immutable.
 *
 * @param text as moderators wrote it
 */
public record Disclaimer(String text) {}
