package backchat.bot.telegram;

import java.util.Optional;

/** Telegram says no. Immutable. */
final class TelegramRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final boolean blameless;
  private final transient Optional<Long> migratedTo;

  private TelegramRefusal(
      int code, String description, boolean blameless, Optional<Long> migratedTo) {
    super(description);
    this.code = code;
    this.blameless = blameless;
    this.migratedTo = migratedTo;
  }

  /** Two ask for updates at once; the one that came first is told so. */
  static TelegramRefusal conflict() {
    String description = "Conflict: terminated by other getUpdates request";
    return new TelegramRefusal(409, description, true, Optional.empty());
  }

  /** A method that Telegram does not have, or the bot should not use. */
  static TelegramRefusal unknown(String method) {
    return new TelegramRefusal(404, "unexpected call of " + method, false, Optional.empty());
  }

  /** The person has left or blocked the bot. */
  static TelegramRefusal forbidden(String description) {
    return new TelegramRefusal(403, description, true, Optional.empty());
  }

  /** The group has another id now. */
  static TelegramRefusal migrated(long to) {
    String description = "Bad Request: group chat was upgraded to a supergroup chat";
    return new TelegramRefusal(400, description, true, Optional.of(to));
  }

  int code() {
    return code;
  }

  /** Whether a good bot can meet it. */
  boolean blameless() {
    return blameless;
  }

  Optional<Long> migratedTo() {
    return migratedTo;
  }
}
