package backchat.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.config.StoreConfig;
import backchat.bot.moderation.Moderation;
import backchat.bot.moderation.SharedQuestions;
import backchat.bot.store.Await;
import backchat.bot.store.Store;
import backchat.knowledge.BrokenContent;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Knowledge in a folder, a store and all that moderators can do with both. Thread-safe. */
public final class Moderated implements AutoCloseable {
  private static final Asker ASKER = new Asker("telegram", "7", false, List.of());

  private final Store store;
  private final Knowledge knowledge;
  private final Moderation moderation;
  private final SharedQuestions sharing;

  private Moderated(Path temp, Path folder) throws BrokenContent {
    Clock clock = Ticking.clock();
    store = Store.open(StoreConfig.file(temp.resolve("data/backchat.db")), clock);
    Await.until(() -> store.health().ready());
    knowledge =
        Knowledge.open(
            folder, clock, new Options(false, Optional.empty(), Optional.of(temp.resolve("data"))));
    moderation = Moderation.of(knowledge, store, clock, List.of());
    sharing = new SharedQuestions(store.gaps(), clock);
  }

  /** Opens what there is in a folder; the content folder is made where there is none. */
  public static Moderated in(Path temp) {
    Path folder = temp.resolve("small-knowledge");
    try {
      return new Moderated(temp, folder.toFile().exists() ? folder : SmallKnowledge.folder(temp));
    } catch (BrokenContent e) {
      throw new IllegalStateException(e.problems().toString(), e);
    }
  }

  /** Does what the asker's button does. */
  public void share(String question) {
    String code = sharing.hold(question, ASKER).orElseThrow();
    assertThat(sharing.share(code, ASKER)).isEqualTo(Sharing.Outcome.SHARED);
  }

  /** What somebody may write, moderators included. */
  public Commands commands() {
    return new Commands(
        knowledge,
        new Conversations(Clock.systemUTC()),
        new CountedFeedback(),
        new Flood(1_000_000, 1_000_000, Clock.systemUTC()),
        sharing,
        List.of(moderation.command()));
  }

  public Moderation moderation() {
    return moderation;
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  public Store store() {
    return store;
  }

  /** How many passages have a phrasing. */
  public long having(String phrasing) {
    return knowledge.edition().content().passages().stream()
        .filter(passage -> passage.alsoAsked().contains(phrasing))
        .count();
  }

  @Override
  public void close() throws IOException {
    store.close();
    knowledge.close();
  }
}
