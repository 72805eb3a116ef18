package backchat.bot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Sharing.Outcome;
import backchat.bot.store.Await;
import backchat.bot.store.Gaps;
import backchat.bot.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between the refusal and the press of the button. */
final class SharedQuestionsTest {
  private static final Asker ANN = new Asker("telegram", "7", false);
  private static final Asker BOB = new Asker("telegram", "8", false);

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store =
        Store.open(
            new StoreConfig(url(), Optional.empty(), Optional.empty(), Duration.ofMillis(300)),
            Clock.systemUTC());
    Await.until(() -> store.health().ready());
  }

  private String url() {
    return StoreConfig.SQLITE + folder.resolve("backchat.db");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void nothingIsKeptBeforeThePressAndOnceAfterIt() throws Exception {
    SharedQuestions sharing = new SharedQuestions(store.gaps(), Clock.systemUTC());
    String code = sharing.hold("can I knit", ANN).orElseThrow();
    assertThat(store.gaps().all()).isEmpty();
    assertThat(sharing.share(code, ANN)).isEqualTo(Outcome.SHARED);
    assertThat(sharing.share(code, ANN)).isEqualTo(Outcome.SHARED);
    assertThat(store.gaps().all()).extracting(Gaps.Gap::question).containsExactly("can I knit");
  }

  @Test
  void onlyTheAskerShares() throws Exception {
    SharedQuestions sharing = new SharedQuestions(store.gaps(), Clock.systemUTC());
    String code = sharing.hold("can I knit", ANN).orElseThrow();
    assertThat(sharing.share(code, BOB)).isEqualTo(Outcome.GONE);
    assertThat(sharing.share("0123456789abcdef01234567", ANN)).isEqualTo(Outcome.GONE);
    assertThat(store.gaps().all()).isEmpty();
  }

  @Test
  void afterAnHourItIsForgotten() {
    Clock start = Clock.systemUTC();
    Duration[] later = {Duration.ZERO};
    Clock clock =
        new Clock() {
          @Override
          public java.time.Instant instant() {
            return start.instant().plus(later[0]);
          }

          @Override
          public java.time.ZoneId getZone() {
            return start.getZone();
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    SharedQuestions sharing = new SharedQuestions(store.gaps(), clock);
    String code = sharing.hold("can I knit", ANN).orElseThrow();
    later[0] = SharedQuestions.HELD.plusSeconds(1);
    assertThat(sharing.share(code, ANN)).isEqualTo(Outcome.GONE);
  }

  @Test
  void whileNothingCanBeKeptTheAskerMayTryAgain() throws Exception {
    SharedQuestions sharing = new SharedQuestions(store.gaps(), Clock.systemUTC());
    String code = sharing.hold("can I knit", ANN).orElseThrow();
    try (Connection other = DriverManager.getConnection(url())) {
      other.createStatement().execute("BEGIN EXCLUSIVE");
      assertThat(sharing.share(code, ANN)).isEqualTo(Outcome.FAILED);
    }
    Await.until(() -> sharing.share(code, ANN) == Outcome.SHARED);
    assertThat(store.gaps().all()).hasSize(1);
  }
}
