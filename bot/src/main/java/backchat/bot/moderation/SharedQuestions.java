package backchat.bot.moderation;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Sharing;
import backchat.bot.store.Gaps;
import backchat.bot.store.StoreDown;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Holds questions that found no sure answer, in memory only and for an hour at most; those that
 * their askers choose to share are kept, redacted. Thread-safe.
 */
public final class SharedQuestions implements Sharing {
  /** How long a question can be shared after it was asked. */
  public static final Duration HELD = Duration.ofHours(1);

  private static final int MOST = 5_000;
  private static final int LONGEST = 500;
  private static final int CODE_BYTES = 12;

  /** What is held; the text is empty once it was shared. */
  private record Held(String text, String asker, Instant at) {
    boolean shared() {
      return text.isEmpty();
    }
  }

  private final Gaps gaps;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final LinkedHashMap<String, Held> held = new LinkedHashMap<>();

  /**
   * @param gaps where shared questions are kept
   * @param clock by which questions are forgotten
   */
  public SharedQuestions(Gaps gaps, Clock clock) {
    this.gaps = gaps;
    this.clock = clock;
  }

  @Override
  public Optional<String> hold(String question, Asker asker) {
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    String text = question.substring(0, Math.min(LONGEST, question.length())).strip();
    put(code, new Held(text.isEmpty() ? "?" : text, asker.key(), clock.instant()));
    CompletableFuture.delayedExecutor(HELD.toSeconds() + 1, TimeUnit.SECONDS)
        .execute(this::forgetOld);
    return Optional.of(code);
  }

  private synchronized void put(String code, Held question) {
    forgetOld();
    held.put(code, question);
  }

  private synchronized Optional<Held> get(String code) {
    forgetOld();
    return Optional.ofNullable(held.get(code));
  }

  private synchronized void shared(String code) {
    held.computeIfPresent(code, (same, was) -> new Held("", was.asker(), was.at()));
  }

  /** Forgets what was held for long enough. */
  private synchronized void forgetOld() {
    Instant oldest = clock.instant().minus(HELD);
    while (!held.isEmpty()
        && (held.size() >= MOST || !held.firstEntry().getValue().at().isAfter(oldest))) {
      held.pollFirstEntry();
    }
  }

  @Override
  public Outcome share(String code, Asker asker) {
    Optional<Held> question = get(code).filter(q -> q.asker().equals(asker.key()));
    if (question.isEmpty()) {
      return Outcome.GONE;
    }
    if (question.get().shared()) {
      return Outcome.SHARED;
    }
    try {
      if (!gaps.share(code, Redaction.of(question.get().text(), asker.names()))) {
        return Outcome.FAILED;
      }
      shared(code);
      return Outcome.SHARED;
    } catch (StoreDown e) {
      return Outcome.FAILED;
    }
  }
}
