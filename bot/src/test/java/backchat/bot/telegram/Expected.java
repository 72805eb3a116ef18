package backchat.bot.telegram;

import backchat.bot.conversation.Replies;
import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A question and what the asker must see. Immutable.
 *
 * @param question as somebody wrote it
 * @param answer plain text of the message that answers it
 */
record Expected(String question, String answer) {
  private static final Path QUESTIONS =
      Path.of("../knowledge/src/test/resources/backchat/knowledge/questions/in-scope.jsonl");

  /** The sample questions whose answer does not depend on what was said before. */
  static List<Expected> questions(Knowledge knowledge) {
    Edition edition = knowledge.edition();
    List<Expected> all = new ArrayList<>();
    for (String question : read()) {
      Answer answer = edition.answer(new Question(question), Context.NONE);
      if (answer instanceof Answer.Found || answer instanceof Answer.Urgent) {
        all.add(new Expected(question, shown(edition, answer)));
      }
    }
    return all;
  }

  /** As many of them as wanted, no two of which have the same answer. */
  static List<Expected> different(Knowledge knowledge, int count) {
    Set<String> answers = new HashSet<>();
    List<Expected> different =
        questions(knowledge).stream()
            .filter(one -> answers.add(one.answer()))
            .limit(count)
            .toList();
    if (different.size() < count) {
      throw new IllegalStateException("the knowledge has only " + different.size());
    }
    return different;
  }

  private static List<String> read() {
    ObjectMapper json = new ObjectMapper();
    List<String> questions = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(QUESTIONS)) {
        questions.add(json.readTree(line).path("text").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return questions;
  }

  private static String shown(Edition edition, Answer answer) {
    String html =
        new TelegramRenderer(TelegramState.BOT_NAME).render(new Replies(edition).of(answer)).html();
    return TelegramHtml.parse(html).text();
  }
}
