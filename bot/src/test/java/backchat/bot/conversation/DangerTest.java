package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.Urgency;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A sign of danger brings its card with whatever command it came, and to whoever floods too. */
final class DangerTest {
  private static final String DANGER = "I want to kill myself because of my back";

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
  private final Commands commands =
      new Commands(
          Samples.knowledge(),
          new Conversations(clock),
          new CountedFeedback(),
          new Flood(9, 1, clock),
          List.of(Samples.moderation(Samples.knowledge(), clock)));
  private final Asker ann = new Asker("telegram", "ann", false);

  private Optional<Reply> respond(Asker asker, String command, String argument) {
    return commands.respond(new Request(command, argument, asker, "a conversation"));
  }

  private static boolean isCard(Optional<Reply> reply) {
    String opening =
        Samples.knowledge().edition().content().phrases().urgencies().get(Urgency.EMERGENCY_NOW);
    return reply.orElse(null) instanceof Reply.OfCard card && card.opening().equals(opening);
  }

  @Test
  void withEveryCommandThatAnybodyMayUse() {
    for (Command command : commands.all()) {
      assertThat(
              isCard(respond(new Asker("telegram", command.name(), false), command.name(), DANGER)))
          .as(command.name())
          .isTrue();
    }
    assertThat(isCard(respond(ann, "no_such_command", DANGER))).isTrue();
    assertThat(isCard(respond(ann, "topics", "safety"))).isFalse();
  }

  @Test
  void withTheNumbersOfEveryCountry() {
    assertThat(respond(ann, "ask", DANGER).orElseThrow())
        .isInstanceOfSatisfying(
            Reply.OfCard.class,
            card -> {
              assertThat(card.then()).isEmpty();
              assertThat(card.numbers().getFirst()).contains("999", "112", "911", "000", "111");
              assertThat(card.numbers().getLast()).contains("Samaritans", "988", "Lifeline");
            });
  }

  @Test
  void butModeratorsMayQuote() {
    assertThat(isCard(respond(new Asker("telegram", "bob", true), Commands.MODERATE, DANGER)))
        .isFalse();
  }

  @Test
  void onceToSomebodyWhoIsHeldBack() {
    for (int i = 0; i < 9; i++) {
      assertThat(respond(ann, "ask", "hello")).isPresent();
    }
    assertThat(respond(ann, "ask", "are you there"))
        .contains(commands.notice(Phrases.Reply.ONE_MOMENT));
    assertThat(respond(ann, "ask", "please")).isEmpty();
    assertThat(isCard(respond(ann, "ask", DANGER))).isTrue();
    assertThat(respond(ann, "ask", DANGER)).isEmpty();
  }
}
