package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.RendererContract;
import backchat.bot.conversation.Reply;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Telegram's renderer keeps the contract, and everything known fits Telegram's limits. */
final class TelegramRendererTest extends RendererContract {
  private final TelegramRenderer renderer = new TelegramRenderer("backchat_bot");

  @Override
  protected Shown show(Reply reply) {
    Payload inline = renderer.renderInline(reply);
    check(inline);
    return check(renderer.render(reply));
  }

  private static Shown check(Payload payload) {
    TelegramHtml parsed = TelegramHtml.parse(payload.html());
    assertThat(parsed.text().length()).isBetween(1, TelegramRenderer.LONGEST_TEXT);
    assertThat(parsed.entities()).isLessThanOrEqualTo(TelegramRenderer.MOST_ENTITIES);
    Messages.keyboard(payload.keyboard())
        .ifPresent(keyboard -> PayloadChecks.keyboard(new ObjectMapper().valueToTree(keyboard)));
    List<String> labels =
        payload.keyboard().stream().flatMap(List::stream).map(Payload.Button::label).toList();
    return new Shown(parsed.text(), labels);
  }

  @Override
  protected int room() {
    return TelegramRenderer.LONGEST_TEXT;
  }
}
