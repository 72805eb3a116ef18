package backchat.bot.discord;

import backchat.benchmarks.RenderBenchmark;
import backchat.bot.conversation.Reply;

/** Replies rendered for Discord. One thread. */
public class DiscordBenchmark extends RenderBenchmark {
  private final DiscordRenderer renderer = new DiscordRenderer();

  @Override
  protected Object rendered(Reply reply) {
    return renderer.render(reply, Around.NOTHING);
  }
}
