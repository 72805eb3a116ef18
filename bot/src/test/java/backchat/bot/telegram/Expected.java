package backchat.bot.telegram;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.bot.conversation.Samples;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Passage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions with the text that must answer each, all different. Immutable. */
final class Expected {
  private Expected() {}

  /**
   * Questions of the knowledge whose answer does not depend on what was said before.
   *
   * @param knowledge whose questions
   * @param count how many
   */
  static Map<String, String> questions(Knowledge knowledge, int count) {
    return first(
        knowledge,
        count,
        knowledge.edition().content().passages().stream().map(Passage::question).toList());
  }

  /**
   * Small talk, whose answer takes no search, so that what is measured is the way to it and back.
   *
   * @param knowledge whose phrases
   * @param count how many
   */
  static Map<String, String> smallTalk(Knowledge knowledge, int count) {
    return first(
        knowledge,
        count,
        knowledge.edition().content().phrases().smallTalk().stream()
            .map(kind -> kind.examples().getFirst())
            .toList());
  }

  private static Map<String, String> first(Knowledge knowledge, int count, List<String> questions) {
    Map<String, String> expected = new LinkedHashMap<>();
    Commands commands = Samples.commands(knowledge, Clock.systemUTC());
    for (String question : questions) {
      String alone = answer(commands, question, question);
      String after = answer(commands, question, "one conversation");
      if (alone.equals(after) && !expected.containsValue(alone)) {
        expected.put(question, alone);
      }
      if (expected.size() == count) {
        return expected;
      }
    }
    throw new IllegalStateException("the knowledge has only " + expected.size());
  }

  /** Numbers the answers, so that failures are short: -1 for one that is not expected at all. */
  static List<Integer> numbers(Map<String, String> expected, List<Sent> sent) {
    List<String> answers = List.copyOf(expected.values());
    return sent.stream().map(one -> answers.indexOf(one.text())).toList();
  }

  private static String answer(Commands commands, String question, String conversation) {
    Asker asker = new Asker("somebody", false);
    Reply reply = commands.respond(Request.ask(question, asker, conversation)).orElseThrow();
    String html = new TelegramRenderer(TelegramState.BOT_NAME).render(reply).html();
    return TelegramHtml.parse(html).text();
  }
}
