package backchat.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.store.UpdateLedger.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger after the process ended at every kind of moment. */
final class UpdateLedgerTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final Sealer sealer = new Sealer("a token");

  @TempDir private Path folder;

  private UpdateLedger open() throws IOException {
    return UpdateLedger.open(file(), sealer, clock);
  }

  private Path file() {
    return folder.resolve("data/ledger");
  }

  private static Waiting update(long id) {
    return new Waiting(id, "text of " + id);
  }

  @Test
  void whatIsNotAnsweredWaitsForTheNextStart() throws IOException {
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.note(List.of(update(1), update(2), update(3), update(4)))).hasSize(4);
      ledger.answered(1);
      ledger.departure(2).leaves();
      ledger.departure(3).leaves();
      ledger.departure(3).back();
    }
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.waiting()).containsExactly(update(3), update(4));
      assertThat(ledger.note(List.of(update(1), update(2), update(4), update(5))))
          .containsExactly(update(5));
    }
  }

  @Test
  void theSameUpdateTwiceInOneBatchIsOne() throws IOException {
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.note(List.of(update(1), update(1)))).containsExactly(update(1));
    }
  }

  @Test
  void aHalfWrittenRecordIsLeftOut() throws IOException {
    try (UpdateLedger ledger = open()) {
      ledger.note(List.of(update(1), update(2)));
    }
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (UpdateLedger ledger = open()) {
        assertThat(ledger.waiting().size()).isEqualTo(length < whole.length / 2 ? 0 : 1);
      }
    }
    Files.write(file(), whole);
    Files.write(file(), new byte[] {0, 0, 1, 0, 9}, StandardOpenOption.APPEND);
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.waiting()).hasSize(2);
    }
  }

  @Test
  void anyNumberMayLeaveAtOnce() throws IOException {
    List<Waiting> many = LongStream.range(0, 5_000).mapToObj(UpdateLedgerTest::update).toList();
    try (UpdateLedger ledger = open()) {
      ledger.note(many);
      for (int i = 0; i < 4_999; i++) {
        ledger.departure(i).leaves();
      }
      ledger.answered(0);
      ledger.departure(4_999).leaves();
      ledger.departure(4_999).back();
    }
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.waiting()).containsExactly(update(4_999));
    }
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.waiting()).containsExactly(update(4_999));
    }
  }

  @Test
  void nobodyCanReadAWaitingQuestion() throws IOException {
    try (UpdateLedger ledger = open()) {
      ledger.note(List.of(update(1)));
      String written = Files.readString(file(), StandardCharsets.ISO_8859_1);
      assertThat(written).doesNotContain("text of");
    }
    try (UpdateLedger ledger = UpdateLedger.open(file(), new Sealer("another"), clock)) {
      assertThat(ledger.waiting()).isEmpty();
    }
  }

  @Test
  void textsOfAnsweredUpdatesGoWhenTheFileHasGrown() throws IOException {
    String text = "a long text ".repeat(1_000);
    try (UpdateLedger ledger = open()) {
      for (int i = 0; i < 100; i++) {
        ledger.note(List.of(new Waiting(i, text)));
        ledger.answered(i);
        assertThat(Files.size(file())).isLessThan(400_000);
      }
    }
  }

  @Test
  void idsAreForgottenInTheEndAndTheFileStaysSmall() throws IOException {
    try (UpdateLedger ledger = open()) {
      for (int i = 0; i < 1_000; i++) {
        ledger.note(List.of(update(i)));
        ledger.answered(i);
      }
      ledger.note(List.of(update(5_000)));
    }
    now = now.plus(Duration.ofHours(49));
    try (UpdateLedger ledger = open()) {
      assertThat(ledger.waiting()).containsExactly(update(5_000));
      assertThat(Files.size(file())).isLessThan(200);
      assertThat(ledger.note(List.of(update(1)))).hasSize(1);
    }
  }
}
