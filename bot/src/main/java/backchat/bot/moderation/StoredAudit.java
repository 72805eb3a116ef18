package backchat.bot.moderation;

import backchat.bot.store.AuditLog;
import backchat.bot.store.StoreDown;
import java.util.Optional;

/** Notes acts in the store's chain. Thread-safe. */
public final class StoredAudit implements Audit {
  private final AuditLog log;

  /**
   * @param log where acts are noted
   */
  public StoredAudit(AuditLog log) {
    this.log = log;
  }

  @Override
  public Optional<String> note(AuditEntry entry) {
    try {
      log.add(
          new AuditLog.Act(
              entry.platform(),
              entry.who(),
              entry.what(),
              entry.result(),
              entry.before(),
              entry.after()));
      return Optional.empty();
    } catch (StoreDown e) {
      return Optional.of("This could not be noted in the audit log: " + e.getMessage() + ".");
    }
  }
}
