package backchat.bot.telegram;

import backchat.benchmarks.RenderBenchmark;
import backchat.bot.conversation.Reply;

/** Replies rendered for Telegram. One thread. */
public class TelegramBenchmark extends RenderBenchmark {
  private final TelegramRenderer renderer = new TelegramRenderer("backchat_bot");

  @Override
  protected Object rendered(Reply reply) {
    return renderer.render(reply);
  }
}
