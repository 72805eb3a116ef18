package backchat.bot.telegram;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.bot.conversation.Samples;
import backchat.knowledge.content.Passage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions with the text that must answer each, all different. Immutable. */
final class Expected {
  private Expected() {}

  /**
   * Questions of the knowledge whose answer does not depend on what was said before.
   *
   * @param count how many
   */
  static Map<String, String> questions(int count) {
    Map<String, String> expected = new LinkedHashMap<>();
    Commands commands = Samples.commands(Clock.systemUTC());
    for (Passage passage : Samples.knowledge().edition().content().passages()) {
      String alone = answer(commands, passage.question(), passage.question());
      String after = answer(commands, passage.question(), "one conversation");
      if (alone.equals(after) && !expected.containsValue(alone)) {
        expected.put(passage.question(), alone);
      }
      if (expected.size() == count) {
        return expected;
      }
    }
    throw new IllegalStateException("the knowledge has only " + expected.size());
  }

  private static String answer(Commands commands, String question, String conversation) {
    Asker asker = new Asker("somebody", false);
    Reply reply = commands.respond(Request.ask(question, asker, conversation)).orElseThrow();
    String html = new TelegramRenderer(TelegramState.BOT_NAME).render(reply).html();
    return TelegramHtml.parse(html).text();
  }
}
