package backchat.bot.moderation;

import backchat.knowledge.Knowledge;
import backchat.knowledge.Reload;
import backchat.knowledge.keeping.KeptEdition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what another process serves: reads the files again, or goes back to an edition that is
 * kept here. Thread-safe.
 */
public final class EditionFollower implements Consumer<String> {
  private static final Logger LOG = LoggerFactory.getLogger(EditionFollower.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final int MOST_TRIES = 600;

  private final Knowledge knowledge;

  /**
   * @param knowledge of this process
   */
  public EditionFollower(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Serves that content, if it can be found here.
   *
   * @param hash of the content that another process serves
   */
  @Override
  public void accept(String hash) {
    for (int tries = 0; tries < MOST_TRIES && !serves(hash); tries++) {
      if (!(followed(hash) instanceof Reload.AlreadyRunning)) {
        break;
      }
      try {
        Thread.sleep(BETWEEN_TRIES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!serves(hash)) {
      LOG.error(
          "another process serves other content ({}) than this one; let all read the same folder",
          StatusText.shortened(hash));
    }
  }

  private boolean serves(String hash) {
    return knowledge.edition().content().hash().equals(hash);
  }

  private Reload followed(String hash) {
    Optional<KeptEdition> kept =
        knowledge.history().stream().filter(edition -> edition.hash().equals(hash)).findFirst();
    boolean inFiles = knowledge.filesHash().map(hash::equals).orElse(false);
    return kept.isPresent() && !inFiles
        ? knowledge.rollback(kept.get().number())
        : knowledge.reload();
  }
}
