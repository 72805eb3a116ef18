package backchat.bot.telegram;

import java.util.List;

/**
 * A piece of Telegram's HTML. Immutable.
 *
 * @param source with markup
 * @param length UTF-16 units that are left when the markup has been parsed
 * @param entities how many entities the markup makes
 */
record Html(String source, int length, int entities) {
  static final Html NOTHING = new Html("", 0, 0);

  /** Text that means just itself; control characters other than line breaks are dropped. */
  static Html text(String text) {
    StringBuilder source = new StringBuilder(text.length() + 16);
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> source.append("&lt;");
        case '>' -> source.append("&gt;");
        case '&' -> source.append("&amp;");
        case '"' -> source.append("&quot;");
        default -> {
          if (c != '\n' && Character.isISOControl(c)) {
            continue;
          }
          source.append(c);
        }
      }
      length++;
    }
    return new Html(source.toString(), length, 0);
  }

  static Html bold(String text) {
    return text(text).in("<b>", "</b>");
  }

  static Html italic(String text) {
    return text(text).in("<i>", "</i>");
  }

  /** Text that opens an address; the address is ours, from a source. */
  static Html link(String text, String address) {
    return text(text).in("<a href=\"" + text(address).source() + "\">", "</a>");
  }

  /** Hidden behind a tap, for what only some want to read. */
  Html folded() {
    return in("<blockquote expandable>", "</blockquote>");
  }

  private Html in(String start, String end) {
    return length == 0 ? this : new Html(start + source + end, length, entities + 1);
  }

  Html plus(Html other) {
    return new Html(source + other.source, length + other.length, entities + other.entities);
  }

  Html plus(String text) {
    return plus(text(text));
  }

  /** Pieces with something between them; empty pieces are left out. */
  static Html joined(String between, List<Html> pieces) {
    Html all = NOTHING;
    for (Html piece : pieces) {
      if (piece.length > 0) {
        all = all.length == 0 ? piece : all.plus(between).plus(piece);
      }
    }
    return all;
  }
}
