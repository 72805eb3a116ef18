package backchat.bot.telegram;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethodBoolean;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/**
 * Answers that are no messages: to a pressed button, and to what is typed after the bot's name.
 * They are worth something for seconds only, so each is tried once. Thread-safe.
 */
final class Toasts {
  private static final Logger LOG = LoggerFactory.getLogger(Toasts.class);

  /** Characters of a notice over the chat. */
  static final int LONGEST = 200;

  private static final int MOST_RESULTS = 10;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_DESCRIPTION = 120;

  /** The same words bring the same texts until the knowledge changes; five minutes late is fine. */
  private static final int CACHE_SECONDS = 300;

  private final Api api;
  private final Commands commands;
  private final TelegramRenderer renderer;

  Toasts(Api api, Commands commands, TelegramRenderer renderer) {
    this.api = api;
    this.commands = commands;
    this.renderer = renderer;
  }

  /** Ends the waiting sign of a button and says nothing. */
  void silent(Incoming.Pressed pressed) throws InterruptedException {
    answer(new AnswerCallbackQuery(pressed.query()));
  }

  /** One of the fixed replies in a box that has to be closed. */
  void alert(Incoming.Pressed pressed, Phrases.Reply reply) throws InterruptedException {
    notice(pressed, commands.notice(reply), true);
  }

  /**
   * A notice over the chat.
   *
   * @param alert whether it has to be closed by hand
   */
  void notice(Incoming.Pressed pressed, Reply.OfNotice notice, boolean alert)
      throws InterruptedException {
    String text =
        notice.text().stream()
            .map(block -> block instanceof Block.Paragraph paragraph ? paragraph.text() : "")
            .collect(Collectors.joining("\n"));
    AnswerCallbackQuery answer = new AnswerCallbackQuery(pressed.query());
    answer.setText(Shorten.toWord(text, LONGEST));
    answer.setShowAlert(alert);
    answer(answer);
  }

  /** Texts to pick from; the card alone when the words are a red flag. */
  void typed(Incoming.Typed typed) throws InterruptedException {
    List<InlineQueryResult> results = new ArrayList<>();
    for (Reply reply : commands.preview(typed.text(), MOST_RESULTS)) {
      if (reply instanceof Reply.OfPassage passage) {
        String id = ActionCodes.of(new Choice.ShowPassage(passage.passage().id()));
        String words =
            passage.passage().shortAnswer().isEmpty()
                ? passage.evidence().grade()
                : passage.passage().shortAnswer();
        results.add(article(id, passage.passage().question(), words, reply));
      } else if (reply instanceof Reply.OfCard card) {
        results.add(article("card", "🚨 " + card.opening(), card.title(), reply));
      }
    }
    answer(
        AnswerInlineQuery.builder()
            .inlineQueryId(typed.query())
            .results(results)
            .cacheTime(CACHE_SECONDS)
            .isPersonal(false)
            .build());
  }

  private InlineQueryResultArticle article(String id, String title, String words, Reply reply) {
    Payload payload = renderer.renderInline(reply);
    InputTextMessageContent content = new InputTextMessageContent(payload.html());
    content.setParseMode(Messages.HTML);
    content.setLinkPreviewOptions(Messages.noPreview());
    InlineQueryResultArticle article =
        new InlineQueryResultArticle(id, Shorten.toWord(title, LONGEST_TITLE), content);
    article.setDescription(Shorten.toWord(words, LONGEST_DESCRIPTION));
    article.setReplyMarkup(Messages.keyboard(payload.keyboard()).orElse(null));
    return article;
  }

  private void answer(BotApiMethodBoolean method) throws InterruptedException {
    try {
      api.call(method);
    } catch (CallFailed e) {
      LOG.info("{}", e.getMessage());
    }
  }
}
