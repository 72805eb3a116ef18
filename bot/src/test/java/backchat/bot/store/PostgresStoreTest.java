package backchat.bot.store;

import backchat.bot.config.StoreConfig;

/** The store on a real PostgreSQL. */
final class PostgresStoreTest extends StoreTest {
  @Override
  protected StoreConfig database() {
    return PostgresServer.running().database();
  }
}
