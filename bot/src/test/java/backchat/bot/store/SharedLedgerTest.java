package backchat.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.store.UpdateLedger.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes with one ledger on one PostgreSQL, and what they tell each other. */
final class SharedLedgerTest {
  private static final Duration SILENCE = Duration.ofMillis(2_500);

  private final Clock clock = Clock.systemUTC();
  private final Sealer sealer = new Sealer("1:secret");
  private StoreConfig config;
  private Store one;
  private Store two;

  @BeforeEach
  void open() {
    config = PostgresServer.running().database();
    one = opened();
    two = opened();
  }

  private Store opened() {
    Store store = Store.open(config, clock, SILENCE);
    Await.until(() -> store.health().ready());
    return store;
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  private static List<Waiting> updates(int from, int to) {
    List<Waiting> updates = new ArrayList<>();
    for (int i = from; i < to; i++) {
      updates.add(new Waiting(i, "text " + i));
    }
    return updates;
  }

  @Test
  void eachUpdateIsFreshOnce() throws Exception {
    UpdateLedger first = one.ledger("telegram", sealer);
    UpdateLedger second = two.ledger("telegram", sealer);
    List<Callable<List<Waiting>>> noting = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      UpdateLedger ledger = i % 2 == 0 ? first : second;
      noting.add(() -> ledger.note(updates(0, 25)));
    }
    List<Waiting> fresh = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<Waiting>> noted : threads.invokeAll(noting)) {
        fresh.addAll(noted.get());
      }
    }
    assertThat(fresh).containsExactlyInAnyOrderElementsOf(updates(0, 25));
    assertThat(first.waiting()).isEmpty();
    assertThat(second.waiting()).isEmpty();
  }

  @Test
  void anotherBotsUpdatesAreItsOwn() throws Exception {
    one.ledger("telegram", sealer).note(updates(0, 3));
    assertThat(two.ledger("telegram", new Sealer("2:other")).note(updates(0, 3))).hasSize(3);
    assertThat(two.ledger("other", sealer).note(updates(0, 3))).hasSize(3);
  }

  @Test
  void whatAProcessLeavesBehindIsTakenOverOnce() throws Exception {
    Store dying = opened();
    UpdateLedger ledger = dying.ledger("telegram", sealer);
    ledger.note(updates(0, 4));
    ledger.answered(0);
    ledger.departure(1).leaves();
    UpdateLedger.Departure third = ledger.departure(2);
    third.leaves();
    third.back();
    UpdateLedger first = one.ledger("telegram", sealer);
    UpdateLedger second = two.ledger("telegram", sealer);
    assertThat(first.waiting()).isEmpty();
    dying.close();
    List<Waiting> taken = new ArrayList<>();
    Await.until(
        () -> {
          taken.addAll(first.waiting());
          taken.addAll(second.waiting());
          return taken.size() >= 2;
        });
    assertThat(taken).containsExactlyElementsOf(updates(2, 4));
    assertThat(first.waiting()).isEmpty();
    assertThat(second.note(updates(0, 4))).isEmpty();
  }

  @Test
  void aClaimIsWonOnce() {
    var first = one.claims("discord", sealer);
    var second = two.claims("discord", sealer);
    assertThat(first.test("1234567890123456789")).isTrue();
    assertThat(second.test("1234567890123456789")).isFalse();
    assertThat(second.test("a press of one's own")).isTrue();
  }

  @Test
  void whileTheServerIsAwayUpdatesAreTakenAndNoneTwice() throws Exception {
    UpdateLedger ledger = one.ledger("telegram", sealer);
    assertThat(ledger.note(updates(0, 2))).hasSize(2);
    PostgresServer.running().stop();
    try {
      assertThat(ledger.note(updates(1, 4))).containsExactlyElementsOf(updates(2, 4));
      ledger.departure(2).leaves();
      ledger.answered(2);
    } finally {
      PostgresServer.running().start();
    }
    Await.until(() -> one.health().ready());
    assertThat(ledger.note(updates(0, 5))).containsExactlyElementsOf(updates(4, 5));
  }

  @Test
  void whatOneTellsTheOtherHears() throws Exception {
    LinkedBlockingQueue<String> heardByOne = new LinkedBlockingQueue<>();
    LinkedBlockingQueue<String> heardByTwo = new LinkedBlockingQueue<>();
    one.notices().listen(heardByOne::add);
    two.notices().listen(heardByTwo::add);
    // what is told before somebody listens is not heard, so it is told until it is heard
    Await.until(
        () -> {
          one.notices().tell("first");
          return "first".equals(heardByTwo.poll(1, TimeUnit.SECONDS));
        });
    Await.until(() -> heardByTwo.isEmpty() || heardByTwo.poll() != null && heardByTwo.isEmpty());
    two.notices().tell("second");
    assertThat(heardByOne.poll(2, TimeUnit.SECONDS)).isEqualTo("second");
    PostgresServer.running().stop();
    PostgresServer.running().start();
    Await.until(() -> two.health().ready());
    two.notices().tell("third");
    assertThat(heardByOne.poll(10, TimeUnit.SECONDS)).isEqualTo("third");
    assertThat(heardByOne).isEmpty();
  }
}
