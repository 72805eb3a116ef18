package backchat.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.RendererContract;
import backchat.bot.conversation.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Replies as Discord's messages keep to the contract and to Discord's limits. */
final class DiscordRendererTest extends RendererContract {
  private final DiscordRenderer renderer = new DiscordRenderer();

  @Override
  protected Shown show(Reply reply) {
    JsonNode body =
        Wire.read(renderer.render(reply, new Around("1", Optional.of("p_x"))).toData().toString());
    assertThat(FakeRules.message(body)).isEqualTo(List.of());
    Sent sent = new Sent("message", "", body, "", 0);
    return new Shown(String.join("\n", sent.seen()), sent.labels());
  }

  @Override
  protected int room() {
    return 6_100; // and the line breaks between the parts
  }
}
