package backchat.bot.store;

import backchat.bot.config.StoreConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The store in one file. */
final class SqliteStoreTest extends StoreTest {
  @TempDir Path folder;

  @Override
  protected StoreConfig database() {
    return StoreConfig.file(folder.resolve("data/backchat.db"));
  }
}
