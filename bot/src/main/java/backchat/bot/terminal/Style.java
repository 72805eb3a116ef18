package backchat.bot.terminal;

/** Colours of a terminal, or none. Immutable. */
enum Style {
  /** Control sequences of ECMA-48. */
  COLOURED("\u001b[1m", "\u001b[2m", "\u001b[31;1m", "\u001b[36m", "\u001b[0m"),
  /** Plain text, for files and pipes. */
  PLAIN("", "", "", "", "");

  private final String bold;
  private final String faint;
  private final String alarm;
  private final String accent;
  private final String end;

  Style(String bold, String faint, String alarm, String accent, String end) {
    this.bold = bold;
    this.faint = faint;
    this.alarm = alarm;
    this.accent = accent;
    this.end = end;
  }

  String bold(String text) {
    return bold + text + end;
  }

  String faint(String text) {
    return faint + text + end;
  }

  String alarm(String text) {
    return alarm + text + end;
  }

  String accent(String text) {
    return accent + text + end;
  }
}
