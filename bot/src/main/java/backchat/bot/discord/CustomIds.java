package backchat.bot.discord;

import java.util.Optional;

/**
 * What stands in the custom ids of buttons and menus, all that a press needs: Discord hands it back
 * however often the bot has restarted since. At most 100 characters. Immutable.
 *
 * @param kind what a press does
 * @param code of the action; empty in the id of a menu, whose entries carry codes as values
 * @param target id of the message that the answer belongs to, or empty
 */
record CustomIds(Kind kind, String code, String target) {
  /** What a press does. Immutable. */
  enum Kind {
    /** Does an action. */
    ACTION('a'),
    /** A menu of actions. */
    MENU('m'),
    /** Shows an answer to the whole channel. */
    SHOW('s');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  /** The id, with a number that keeps it apart from others in the same message. */
  String text(int number) {
    return kind.letter + String.valueOf(number) + "." + code + "." + target;
  }

  /** Reads an id; empty when it is none of ours. */
  static Optional<CustomIds> read(String id) {
    String[] parts = id.split("\\.", -1);
    if (parts.length != 3 || !parts[0].matches("[ams][0-9]{1,2}") || !parts[2].matches("[0-9]*")) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.letter == parts[0].charAt(0)) {
        return Optional.of(new CustomIds(kind, parts[1], parts[2]));
      }
    }
    return Optional.empty();
  }
}
