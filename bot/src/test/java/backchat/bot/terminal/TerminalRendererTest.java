package backchat.bot.terminal;

import backchat.bot.conversation.RendererContract;
import backchat.bot.conversation.Reply;
import java.util.List;

/** The terminal keeps the contract of renderers. */
final class TerminalRendererTest extends RendererContract {
  private final TerminalRenderer renderer = new TerminalRenderer(Style.PLAIN, 100);

  @Override
  protected Shown show(Reply reply) {
    return new Shown(renderer.render(reply), List.of());
  }

  @Override
  protected int room() {
    return Integer.MAX_VALUE;
  }
}
