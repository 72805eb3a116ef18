package backchat.bot.telegram;

import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Explains in a group how to ask there, and what the bot gets to hear. Thread-safe. */
final class GroupWelcome {
  private final Commands commands;
  private final Supplier<Me> me;

  /**
   * @param me asks Telegram, since the owner of the bot can change what it hears
   */
  GroupWelcome(Commands commands, Supplier<Me> me) {
    this.commands = commands;
    this.me = me;
  }

  Reply reply() {
    Me now = me.get();
    List<Block> text = new ArrayList<>();
    for (Block block : commands.notice(Phrases.Reply.GROUP_START).text()) {
      text.add(
          block instanceof Block.Paragraph paragraph
              ? new Block.Paragraph(paragraph.text().replace("{bot}", now.name()))
              : block);
    }
    text.addAll(
        commands
            .notice(now.hearsAll() ? Phrases.Reply.GROUP_HEARS_ALL : Phrases.Reply.GROUP_HEARS_SOME)
            .text());
    return new Reply.OfNotice(text);
  }
}
