package backchat.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backchat.bot.config.StoreConfig;
import backchat.bot.store.AuditLog.Act;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever befalls the database, the store says so, goes on, and recovers when it can. */
final class StoreTroubleTest {
  private static final Act RELOAD = new Act("telegram", "42", "reload", "replaced", 1, 2);

  @TempDir Path folder;

  private final Clock clock = Clock.systemUTC();

  private Path file() {
    return folder.resolve("backchat.db");
  }

  private StoreConfig config(String options) {
    return new StoreConfig(
        StoreConfig.SQLITE + file() + options,
        Optional.empty(),
        Optional.empty(),
        Duration.ofMillis(300));
  }

  private Store open() {
    return ready(Store.open(config(""), clock));
  }

  private static Store ready(Store store) {
    Await.until(() -> store.health().ready());
    return store;
  }

  @Test
  void whileAnotherProgramHoldsTheFileNothingIsKeptAndCountsWait() throws Exception {
    try (Store store = open()) {
      store.audit().add(RELOAD);
      try (Connection other = DriverManager.getConnection(config("").url())) {
        other.createStatement().execute("BEGIN EXCLUSIVE");
        assertThatThrownBy(() -> store.audit().add(RELOAD))
            .isInstanceOf(StoreDown.class)
            .hasMessage("another program holds the database file");
        store.feedback().rated("modality/swedish", 1, true);
        assertThat(store.health().ready()).isFalse();
        assertThat(store.health().says()).contains("another program holds the database file");
      }
      Await.until(() -> store.health().ready());
      store.audit().add(RELOAD);
      assertThat(store.audit().latest(9)).hasSize(2);
      assertThat(store.feedback().worst(0, 9)).isEmpty();
      store.feedback().rated("modality/swedish", 1, false);
      assertThat(store.feedback().worst(2, 9)).hasSize(1);
    }
  }

  @Test
  void aFullDiskIsSaidAndGotOver() throws Exception {
    String text = "why ".repeat(125);
    try (Store store = ready(Store.open(config("?max_page_count=40"), clock))) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  store.gaps().share("code " + i, text);
                }
              })
          .isInstanceOf(StoreDown.class)
          .hasMessage("the disk with the database file is full");
      Await.until(() -> store.health().ready());
      List<String> codes = store.gaps().all().stream().map(Gaps.Gap::code).toList();
      assertThat(codes).isNotEmpty();
      assertThat(store.gaps().remove(codes)).isEqualTo(codes.size());
      assertThat(store.gaps().share("again", text)).isTrue();
    }
  }

  @Test
  void aDamagedFileIsSetAsideAndAnotherBegun() throws Exception {
    byte[] damaged = "this is no database at all ".repeat(400).getBytes(StandardCharsets.UTF_8);
    Files.write(file(), damaged);
    try (Store store = open()) {
      store.audit().add(RELOAD);
      assertThat(store.health().says()).contains("was set aside as backchat.db.damaged-");
      assertThat(store.audit().latest(9)).hasSize(1);
    }
    try (var files = Files.list(folder)) {
      Path aside =
          files
              .filter(path -> path.getFileName().toString().startsWith("backchat.db.damaged-"))
              .findFirst()
              .orElseThrow();
      assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
    }
  }

  @Test
  void aFileThatIsDamagedInsideIsFoundAtTheStart() throws Exception {
    try (Store store = open()) {
      for (int i = 0; i < 500; i++) {
        store.gaps().share("code " + i, "why " + "me ".repeat(100));
      }
    }
    byte[] bytes = Files.readAllBytes(file());
    java.util.Arrays.fill(bytes, 4_096 * 10, 4_096 * 20, (byte) 0x55);
    Files.write(file(), bytes);
    try (Store store = open()) {
      assertThat(store.health().says()).contains("was set aside");
      assertThat(store.gaps().all()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsWaitedFor() throws Exception {
    Path blocked = Files.createFile(folder.resolve("data"));
    StoreConfig config =
        new StoreConfig(
            StoreConfig.SQLITE + blocked.resolve("backchat.db"),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMillis(300));
    try (Store store = Store.open(config, clock)) {
      assertThatThrownBy(() -> store.gaps().all()).isInstanceOf(StoreDown.class);
      assertThat(store.health().ready()).isFalse();
      Files.delete(blocked);
      Await.until(() -> store.health().ready());
      assertThat(store.gaps().all()).isEmpty();
    }
  }

  @Test
  void whatWasDeletedIsInNoFileAnyMore() throws Exception {
    StoreTest.Hand hand = new StoreTest.Hand();
    try (Store store = ready(Store.open(config(""), hand))) {
      store.gaps().share("one", "is a zebrafinch good for my back");
      assertThat(isOnDisk("zebrafinch")).isTrue();
      hand.forward(Gaps.KEPT.plusMinutes(1));
      store.forget();
      assertThat(isOnDisk("zebrafinch")).isFalse();
    }
    assertThat(isOnDisk("zebrafinch")).isFalse();
  }

  private boolean isOnDisk(String word) throws Exception {
    try (var files = Files.list(folder)) {
      for (Path path : files.toList()) {
        if (Files.readString(path, StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aServerThatGoesAndComesBackIsUsedAgain() throws Exception {
    PostgresServer server = PostgresServer.running();
    try (Store store = ready(Store.open(server.database(), clock))) {
      store.audit().add(RELOAD);
      server.stop();
      try {
        assertThatThrownBy(() -> store.audit().add(RELOAD)).isInstanceOf(StoreDown.class);
        store.feedback().rated("modality/swedish", 1, false);
        assertThat(store.health().says()).contains("the database server cannot be reached");
      } finally {
        server.start();
      }
      Await.until(() -> store.health().ready());
      store.audit().add(RELOAD);
      assertThat(store.audit().latest(9)).hasSize(2);
      assertThat(store.audit().verify()).isEmpty();
      assertThat(store.feedback().worst(1, 9)).hasSize(1);
    }
  }
}
