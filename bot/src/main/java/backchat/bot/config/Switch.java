package backchat.bot.config;

/** Words of a setting that is one of two. */
enum Switch {
  OFF,
  ON
}
