package backchat.bot.moderation;

import backchat.bot.conversation.Asker;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Reload;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads the knowledge when its folder has changed and come to rest. It looks again and again
 * instead of being told, which works on every file system. Thread-safe.
 */
public final class FolderWatch implements AutoCloseable {
  /** How often the folder is looked at, and how long it must rest. */
  public static final Duration EVERY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** Looking takes at most one part in so many of the time, however large the folder is. */
  private static final int REST = 20;

  private static final Asker WATCH = new Asker("watch", "the folder", true);

  private final Knowledge knowledge;
  private final Moderation moderation;
  private final Thread thread;
  private Optional<String> mark;
  private Optional<String> seen;

  /**
   * Begins to watch.
   *
   * @param every how often to look
   */
  public FolderWatch(Knowledge knowledge, Moderation moderation, Duration every) {
    this.knowledge = knowledge;
    this.moderation = moderation;
    this.mark = knowledge.filesMark();
    this.seen = knowledge.filesHash();
    this.thread = Thread.ofVirtual().name("watch").start(() -> watch(every));
  }

  private void watch(Duration every) {
    Optional<String> before = mark;
    Duration pause = every;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(pause);
        long from = System.nanoTime();
        Optional<String> now = knowledge.filesMark();
        Duration looking = Duration.ofNanos(System.nanoTime() - from).multipliedBy(REST);
        pause = looking.compareTo(every) > 0 ? looking : every;
        if (now.isEmpty() && mark.isPresent()) {
          LOG.warn("the content folder has gone; what was read before serves on");
          mark = now;
        } else if (now.equals(before) && !now.equals(mark)) {
          rested(now);
        }
        before = now;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("the content folder could not be reloaded", e);
      }
    }
  }

  /** The folder is other than it was, and has been so for a while. */
  private void rested(Optional<String> now) {
    Optional<String> hash = knowledge.filesHash();
    if (!hash.equals(seen) && !hash.equals(Optional.of(knowledge.edition().content().hash()))) {
      int served = knowledge.edition().number();
      Reload reload = knowledge.reload();
      if (reload instanceof Reload.AlreadyRunning) {
        return;
      }
      Outcome outcome = KnowledgeCommands.changed("reload", reload, knowledge.edition());
      LOG.info("the content folder changed: {}", outcome.result());
      moderation.noted(WATCH, outcome, served);
    }
    seen = hash;
    mark = now;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
