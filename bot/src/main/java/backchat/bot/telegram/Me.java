package backchat.bot.telegram;

/**
 * The bot itself, as Telegram knows it. Immutable.
 *
 * @param id its user id
 * @param name its user name, without the at sign
 * @param hearsAll whether it is handed every message of a group
 */
record Me(long id, String name, boolean hearsAll) {}
