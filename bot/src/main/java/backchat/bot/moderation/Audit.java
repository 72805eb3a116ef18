package backchat.bot.moderation;

import java.util.Optional;

/** Keeps what moderators did. Thread-safe. */
@FunctionalInterface
public interface Audit {
  /** Keeps nothing. */
  Audit NONE = entry -> Optional.empty();

  /**
   * Notes an act that has taken place; returns when the note is durable. Never throws: an act that
   * cannot be noted has taken place all the same.
   *
   * @return empty, or what is wrong with the log, in words for moderators
   */
  Optional<String> note(AuditEntry entry);
}
