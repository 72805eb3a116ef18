package backchat.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Which message answered which question, for the few minutes in which a question may be edited. In
 * memory only. Thread-safe.
 */
final class RecentReplies {
  private static final Duration MEMORY = Duration.ofMinutes(4);
  private static final int MOST = 20_000;

  private record Question(long chat, int message) {}

  private record Answer(int message, Instant at) {}

  private final Clock clock;
  private final LinkedHashMap<Question, Answer> replies = new LinkedHashMap<>();

  RecentReplies(Clock clock) {
    this.clock = clock;
  }

  synchronized void answered(long chat, int question, int answer) {
    Instant now = clock.instant();
    while (!replies.isEmpty()
        && (replies.size() >= MOST
            || replies.firstEntry().getValue().at().plus(MEMORY).isBefore(now))) {
      replies.pollFirstEntry();
    }
    replies.putLast(new Question(chat, question), new Answer(answer, now));
  }

  /** The message that answered a question; empty when it was long ago or never. */
  synchronized Optional<Integer> to(long chat, int question) {
    return Optional.ofNullable(replies.get(new Question(chat, question))).map(Answer::message);
  }
}
