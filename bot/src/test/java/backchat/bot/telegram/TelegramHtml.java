package backchat.bot.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telegram's HTML as Telegram reads it: its tags only, balanced, everything else escaped.
 * Immutable.
 *
 * @param text what people see
 * @param entities how many tags took effect
 */
record TelegramHtml(String text, int entities) {
  private static final Set<String> TAGS =
      Set.of("b", "strong", "i", "em", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z-]+)( href=\"[^\"<>]*\"| expandable)?>");
  private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot);");

  /**
   * Parses it.
   *
   * @throws IllegalArgumentException if Telegram would refuse it
   */
  static TelegramHtml parse(String html) {
    StringBuilder text = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    Matcher entity = ENTITY.matcher(html);
    int entities = 0;
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '<' && tag.region(i, html.length()).lookingAt()) {
        entities += tag(tag, open);
        i = tag.end();
      } else if (c == '&' && entity.region(i, html.length()).lookingAt()) {
        text.append(
            switch (entity.group(1)) {
              case "lt" -> '<';
              case "gt" -> '>';
              case "amp" -> '&';
              default -> '"';
            });
        i = entity.end();
      } else if (c == '<' || c == '>' || c == '&') {
        throw new IllegalArgumentException("an unescaped " + c + " at " + i);
      } else {
        text.append(c);
        i++;
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("not closed: " + open);
    }
    return new TelegramHtml(text.toString(), entities);
  }

  private static int tag(Matcher tag, Deque<String> open) {
    String name = tag.group(2);
    if (!TAGS.contains(name)) {
      throw new IllegalArgumentException("Telegram has no tag " + name);
    }
    if (tag.group(1).isEmpty()) {
      if (name.equals("blockquote") && open.contains("blockquote")) {
        throw new IllegalArgumentException("a blockquote in a blockquote");
      }
      open.push(name);
      return 1;
    }
    if (open.isEmpty() || !open.pop().equals(name)) {
      throw new IllegalArgumentException("closed but not open: " + name);
    }
    return 0;
  }
}
