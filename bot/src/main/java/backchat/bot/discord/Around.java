package backchat.bot.discord;

import java.util.Optional;

/**
 * Where a reply stands. Immutable.
 *
 * @param target id of the message that a private reply belongs to; empty when there is none
 * @param show code of what "show to the channel" would post; empty without that button
 */
record Around(String target, Optional<String> show) {
  /** Just a reply. */
  static final Around NOTHING = new Around("", Optional.empty());
}
