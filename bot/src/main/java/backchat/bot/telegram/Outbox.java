package backchat.bot.telegram;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;

/**
 * Sends messages at the pace that Telegram allows and sends again what did not get through. A
 * caller waits for its own chat only. Thread-safe.
 */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** A connection that swallows answers again and again must not fill a chat with copies. */
  private static final int MOST_UNKNOWN = 4;

  private final Api api;
  private final Pace pace;
  private final Clock clock;
  private final LongAdder givenUp = new LongAdder();

  Outbox(Api api, Pace pace, Clock clock) {
    this.api = api;
    this.pace = pace;
    this.clock = clock;
  }

  /** What the ledger is told of a message on its way. */
  interface Progress {
    /** For messages that are the same however often they are sent. */
    Progress NONE =
        new Progress() {
          @Override
          public void leaves() {}

          @Override
          public void back() {}
        };

    /** Its last byte is handed to the operating system right after this. */
    void leaves();

    /** It was not taken, or may not have arrived, and will be sent again. */
    void back();
  }

  /**
   * Sends a message, or changes one; returns when that has happened or is hopeless.
   *
   * @param method makes the call for a chat, which may differ when a group has become another
   * @return Telegram's answer; empty when it cannot be read, or the call was refused for good
   * @throws InterruptedException if the bot stops first; the message is sent after the next start
   */
  <T extends Serializable, M extends BotApiMethod<T>> Optional<T> send(
      Incoming.Place place, LongFunction<M> method, Progress progress) throws InterruptedException {
    return repeated(
        place, chat -> api.call(method.apply(chat), Duration.ZERO, progress::leaves), progress);
  }

  /** Sends a file; like {@link #send}, but after a restart it is not sent again. */
  void upload(Incoming.Place place, LongFunction<SendDocument> method) throws InterruptedException {
    repeated(place, chat -> api.upload(method.apply(chat)), Progress.NONE);
  }

  /** One try to send something to a chat. */
  @FunctionalInterface
  private interface Try<T> {
    T to(long chat) throws CallFailed, InterruptedException;
  }

  private <T> Optional<T> repeated(Incoming.Place place, Try<T> once, Progress progress)
      throws InterruptedException {
    long chat = place.chat();
    Duration pause = FIRST_PAUSE;
    int unknown = 0;
    while (true) {
      awaitTurn(chat, place.group());
      try {
        return Optional.ofNullable(once.to(chat));
      } catch (CallFailed e) {
        unknown += e.kind() == CallFailed.Kind.UNKNOWN ? 1 : 0;
        if (e.migratedTo().isEmpty() && isOver(e, unknown)) {
          return Optional.empty();
        }
        progress.back();
        if (e.migratedTo().isPresent()) {
          chat = e.migratedTo().get();
        } else if (e.kind() == CallFailed.Kind.WAIT && !e.retryAfter().isZero()) {
          pace.block(chat, clock.instant().plus(e.retryAfter()));
        } else {
          LOG.warn("{}; tried again in {} ms", e.getMessage(), pause.toMillis());
          Thread.sleep(pause);
          pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
      }
    }
  }

  private boolean isOver(CallFailed e, int unknown) {
    return switch (e.kind()) {
      case UNREADABLE -> {
        LOG.warn("{}; taken for done", e.getMessage());
        yield true;
      }
      case REFUSED -> {
        LOG.warn("{}; given up", e.getMessage());
        givenUp.increment();
        yield true;
      }
      case UNKNOWN -> {
        if (unknown >= MOST_UNKNOWN) {
          LOG.error("{} for the {}th time; given up", e.getMessage(), unknown);
          givenUp.increment();
        }
        yield unknown >= MOST_UNKNOWN;
      }
      case WAIT, DOWN -> false;
    };
  }

  private void awaitTurn(long chat, boolean group) throws InterruptedException {
    Duration wait = pace.ask(chat, group, clock.instant());
    while (!wait.isZero()) {
      Thread.sleep(wait);
      wait = pace.ask(chat, group, clock.instant());
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Messages that Telegram would not take, since the start. */
  long givenUp() {
    return givenUp.sum();
  }
}
