package backchat.bot.terminal;

import backchat.benchmarks.RenderBenchmark;
import backchat.bot.conversation.Reply;

/** Replies rendered for the terminal. One thread. */
public class TerminalBenchmark extends RenderBenchmark {
  private final TerminalRenderer renderer = new TerminalRenderer(Style.PLAIN, 100);

  @Override
  protected Object rendered(Reply reply) {
    return renderer.render(reply);
  }
}
