package backchat.bot.moderation;

import java.time.Instant;

/**
 * One act of a moderator. Immutable.
 *
 * @param at when it was done
 * @param platform where it was ordered: {@code telegram}, {@code discord}, {@code terminal}
 * @param who id of the moderator on that platform
 * @param what was done, such as {@code rollback 39}; never a question's text
 * @param result in a few words, such as {@code replaced}
 * @param before number of the edition that served before
 * @param after number of the edition that served afterwards
 */
public record AuditEntry(
    Instant at, String platform, String who, String what, String result, int before, int after) {
  /** Says nothing of who it was, so that no log can. */
  @Override
  public String toString() {
    return "%s: %s (edition %d, then %d)".formatted(what, result, before, after);
  }
}
