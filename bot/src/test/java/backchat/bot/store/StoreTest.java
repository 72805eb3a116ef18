package backchat.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.store.AuditLog.Act;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store must do on every database. */
abstract class StoreTest {
  /** A clock that moves when it is told to. */
  static final class Hand extends Clock {
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Act RELOAD = new Act("telegram", "42", "reload", "replaced", 1, 2);

  private final Hand clock = new Hand();
  private StoreConfig config;
  private Store store;

  /** An empty database. */
  protected abstract StoreConfig database() throws Exception;

  @BeforeEach
  final void open() throws Exception {
    config = database();
    store = Store.open(config, clock);
  }

  @AfterEach
  final void close() {
    store.close();
  }

  /** Two that make the same new file at once may each have to wait for the other. */
  private Store openOther() {
    Await.until(() -> store.health().ready());
    Store other = Store.open(config, clock);
    Await.until(() -> other.health().ready());
    return other;
  }

  private void reopen() {
    store.close();
    store = Store.open(config, clock);
  }

  private void change(String sql) throws StoreDown {
    try (Database database = new Database(config, clock)) {
      database.tend();
      database.run(connection -> Statements.change(connection, sql));
    }
  }

  @Test
  void actsStandInTheLogAfterAStart() throws Exception {
    store.audit().add(RELOAD);
    clock.forward(Duration.ofMinutes(1));
    store.audit().add(new Act("discord", "7", "rollback 1", "serving edition 1", 2, 1));
    reopen();
    List<AuditLog.Entry> latest = store.audit().latest(10);
    assertThat(latest).extracting(AuditLog.Entry::number).containsExactly(2L, 1L);
    assertThat(latest.getLast().act()).isEqualTo(RELOAD);
    assertThat(latest.getLast().at()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    assertThat(store.audit().verify()).isEmpty();
    assertThat(store.health().ready()).isTrue();
  }

  @Test
  void manyAtOnceFromTwoProcessesMakeOneChain() throws Exception {
    try (Store other = openOther();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<AuditLog.Entry>> adding = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Store one = i % 2 == 0 ? store : other;
        adding.add(() -> one.audit().add(RELOAD));
      }
      for (Future<AuditLog.Entry> added : threads.invokeAll(adding)) {
        added.get();
      }
    }
    assertThat(store.audit().latest(100)).hasSize(40);
    assertThat(store.audit().verify()).isEmpty();
  }

  @Test
  void aChangedEntryShows() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.audit().add(RELOAD);
    }
    change("UPDATE audit SET who = '43' WHERE number = 3");
    assertThat(store.audit().verify()).get().extracting(AuditLog.Break::number).isEqualTo(3L);
  }

  @Test
  void aRemovedEntryShows() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.audit().add(RELOAD);
    }
    change("DELETE FROM audit WHERE number = 2");
    assertThat(store.audit().verify()).contains(new AuditLog.Break(2, "the entry is missing"));
  }

  @Test
  void aLongChainIsReadInParts() throws Exception {
    for (int i = 0; i < 1_001; i++) {
      store.audit().add(RELOAD);
    }
    assertThat(store.audit().verify()).isEmpty();
    change("UPDATE audit SET result = 'nothing' WHERE number = 1001");
    assertThat(store.audit().verify()).get().extracting(AuditLog.Break::number).isEqualTo(1001L);
  }

  @Test
  void whatADatabaseCannotHoldIsLeftOut() throws Exception {
    String hostile = "a\u0000b\ud800c'; DROP TABLE audit; --\n" + "x".repeat(5_000);
    store.audit().add(new Act("telegram", "42", hostile, "", 1, 1));
    assertThat(store.audit().latest(1).getFirst().act().what())
        .startsWith("a bc'; DROP TABLE audit; -- xxx")
        .hasSize(1_000);
    assertThat(store.audit().verify()).isEmpty();
  }

  @Test
  void countsOutlastTheProcess() throws Exception {
    for (int i = 0; i < 6; i++) {
      store.feedback().answered("modality/swedish", 1);
      store.feedback().rated("modality/swedish", 1, i < 2);
    }
    for (int i = 0; i < 6; i++) {
      store.feedback().rated("modality/shiatsu", 2, i < 5);
    }
    store.feedback().rated("modality/reiki", 2, false);
    store.feedback().answered("modality/swedish", 3);
    reopen();
    assertThat(store.feedback().worst(5, 10))
        .containsExactly(
            new FeedbackCounts.Tally("modality/swedish", 1, 3, 7, 2, 4),
            new FeedbackCounts.Tally("modality/shiatsu", 2, 2, 0, 5, 1));
  }

  @Test
  void twoProcessesCountTogether() throws Exception {
    try (Store other = openOther()) {
      store.feedback().rated("modality/swedish", 1, true);
      other.feedback().rated("modality/swedish", 1, false);
      assertThat(store.feedback().worst(2, 1))
          .containsExactly(new FeedbackCounts.Tally("modality/swedish", 1, 1, 0, 1, 1));
    }
  }

  @Test
  void aSharedQuestionIsKeptOnceForThirtyDays() throws Exception {
    assertThat(store.gaps().share("one", "is a mole rat good for my back")).isTrue();
    assertThat(store.gaps().share("one", "is a mole rat good for my back")).isTrue();
    clock.forward(Duration.ofDays(20));
    store.gaps().share("two", "can I knit");
    reopen();
    assertThat(store.gaps().all()).extracting(Gaps.Gap::code).containsExactly("one", "two");
    clock.forward(Duration.ofDays(11));
    assertThat(store.gaps().all()).extracting(Gaps.Gap::code).containsExactly("two");
    store.forget();
    clock.forward(Duration.ofDays(-11));
    assertThat(store.gaps().all()).extracting(Gaps.Gap::code).containsExactly("two");
  }

  @Test
  void whatWasDealtWithIsRemovedOnce() throws Exception {
    store.gaps().share("one", "can I knit");
    store.gaps().share("two", "may I knit");
    assertThat(store.gaps().remove(List.of("one", "two"))).isEqualTo(2);
    assertThat(store.gaps().remove(List.of("one", "two"))).isZero();
    assertThat(store.gaps().all()).isEmpty();
  }
}
