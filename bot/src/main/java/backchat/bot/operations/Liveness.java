package backchat.bot.operations;

import backchat.knowledge.Answer;
import backchat.knowledge.Context;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Question;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process can answer a question: it asks the knowledge one. Platforms have no part in
 * it, since a restart mends no outage of theirs. Thread-safe.
 */
public final class Liveness {
  /**
   * An answer takes milliseconds. Who waits this long is stuck for good, or so overloaded that the
   * operator should know.
   */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Liveness.class);

  private final Knowledge knowledge;
  private final Duration patience;

  /**
   * @param knowledge to be asked
   */
  public Liveness(Knowledge knowledge) {
    this(knowledge, PATIENCE);
  }

  /**
   * @param patience how long an answer may take
   */
  Liveness(Knowledge knowledge, Duration patience) {
    this.knowledge = knowledge;
    this.patience = patience;
  }

  /** Asks, and tells what came of it. */
  public Standing check() {
    CompletableFuture<Answer> asked = new CompletableFuture<>();
    Thread thread = Thread.ofVirtual().name("livez").start(() -> ask(asked));
    try {
      Answer answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Standing("process", true, "a question was answered: " + answer.outcome());
    } catch (TimeoutException e) {
      thread.interrupt();
      return new Standing(
          "process", false, "a question was not answered in " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      LOG.error("the question of /livez failed", e.getCause());
      return new Standing(
          "process", false, "a question failed: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Standing("process", false, "interrupted");
    }
  }

  /** The first passage's own question, which every edition can answer. */
  private void ask(CompletableFuture<Answer> asked) {
    try {
      Edition edition = knowledge.edition();
      String question = edition.content().passages().getFirst().question();
      asked.complete(edition.answer(new Question(question), Context.NONE));
    } catch (RuntimeException | Error e) {
      asked.completeExceptionally(e);
    }
  }
}
