package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must not stay in a shared question, and what must. */
final class RedactionTest {
  private static final List<String> NAMES = List.of("Zoë van der Berg", "zoe_berg84", "Zed");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call me on 07700900123 please | call me on [number] please",
        "my number is +44 7700 900 123 ok | my number is [number] ok",
        "ring (020) 7946-0958 now | ring ([number] now",
        "born 12/05/1980 | born [number]",
        "policy AB123456C says | policy AB[number]C says",
        "code a1b2c3d4 here | code [number] here",
        "in 2019 it hurt | in [number] it hurt",
        "٠١٢٣٤٥٦٧ | [number]",
        "write to zoe.b+x@example.co.uk today | write to [address] today",
        "see https://example.org/me?id=7 there | see [link] there",
        "see www.example.org there | see [link] there",
        "on example.com or t.me/zoe1 | on [link] or [link]",
        "tell @zoe_berg84 and <@123456789012345678> | tell [handle] and [handle]",
        "I am Somebody#1234 | I am [handle]",
        "I am ZOË, Zoë van der Berg | I am [name], [name]",
        "I'm zed. My back aches | I'm [name]. My back aches",
        "zeds are fine, as is a berger | zeds are fine, as is a berger",
        "for 10-15 minutes, 3 times a week, 100 g | for 10-15 minutes, 3 times a week, 100 g",
        "L4-L5 and T12, e.g. at 6 a.m. | L4-L5 and T12, e.g. at 6 a.m.",
        "my back hurts.it is bad and/or stiff | my back hurts.it is bad and/or stiff",
        "pain 7/10 or 0.5/1 | pain 7/10 or 0.5/1",
      })
  void takesOutWhatTellsWhoAsked(String question, String kept) {
    assertThat(Redaction.of(question, NAMES)).isEqualTo(kept);
  }

  @Test
  void nothingHidesBehindInvisibleCharacters() {
    assertThat(Redaction.of("07700\u200b900\u00ad123 and zo\u200b\u00eb", NAMES))
        .isEqualTo("[number] and [name]");
    assertThat(Redaction.of("０７７００９００１２３", NAMES)).isEqualTo("[number]");
  }

  @Test
  void aHostileLengthCostsLittle() {
    String digits = "1 ".repeat(250);
    assertThat(Redaction.of(digits, NAMES)).isEqualTo("[number]");
    assertThat(Redaction.of("a.".repeat(250), NAMES)).hasSize(500);
    assertThat(Redaction.of("@".repeat(500), NAMES)).hasSize(500);
  }

  @Test
  void aNameOfOneLetterTakesNothingOut() {
    assertThat(Redaction.of("I have a sore back", List.of("I", "", " ")))
        .isEqualTo("I have a sore back");
  }
}
