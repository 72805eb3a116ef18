package backchat.bot.store;

/** The database does not take or give anything now; what was to be kept is not. Immutable. */
public final class StoreDown extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param says why, in words for operators, without anything that was to be kept
   */
  StoreDown(String says) {
    super(says);
  }
}
