package backchat.bot.telegram;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Work;
import backchat.bot.store.UpdateLedger;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Notes updates in the ledger and has each handled once, in its chat's order. Thread-safe. */
final class Intake implements Polling.Taker {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration ADOPT = Duration.ofSeconds(1);
  private static final Duration FOREVER = Duration.ofDays(1);

  /** What moderators order may take long, and others in their chat do not wait for it. */
  private static final String SLOW = "slow ";

  private final UpdateLedger ledger;
  private final Updates updates;
  private final Handler handler;
  private final Chains chains;
  private final Work work;
  private final int mostPending;

  /**
   * @param mostPending updates waiting in memory before fetching pauses
   */
  Intake(
      UpdateLedger ledger,
      Updates updates,
      Handler handler,
      Chains chains,
      Work work,
      int mostPending) {
    this.ledger = ledger;
    this.updates = updates;
    this.handler = handler;
    this.chains = chains;
    this.work = work;
    this.mostPending = mostPending;
  }

  /** Takes up what an earlier process had noted and not answered. */
  void resume() throws IOException {
    List<UpdateLedger.Waiting> waiting = ledger.waiting();
    if (!waiting.isEmpty()) {
      LOG.info("{} updates from before are answered now", waiting.size());
    }
    waiting.forEach(this::start);
  }

  /** Takes up what other processes leave behind when they end, until it is interrupted. */
  void adopt() {
    try {
      while (ledger.isShared()) {
        Thread.sleep(ADOPT);
        resume();
      }
    } catch (IOException e) {
      LOG.error("the ledger cannot be read", e);
    } catch (InterruptedException e) {
      LOG.debug("stopped");
    }
  }

  @Override
  public void take(List<TolerantGetUpdates.Received> received) throws IOException {
    ledger
        .note(
            received.stream()
                .filter(one -> one.update().getInlineQuery() == null)
                .map(one -> new UpdateLedger.Waiting(one.update().getUpdateId(), one.json()))
                .toList())
        .forEach(this::start);
    received.stream()
        .map(TolerantGetUpdates.Received::update)
        .filter(update -> update.getInlineQuery() != null)
        .forEach(update -> start(update.getUpdateId(), update));
  }

  @Override
  public void awaitRoom() throws InterruptedException {
    chains.awaitAtMost(mostPending, FOREVER);
  }

  private void start(UpdateLedger.Waiting waiting) {
    start(waiting.id(), TolerantGetUpdates.parsed(waiting.text()));
  }

  private void start(long id, Update update) {
    Optional<Incoming> incoming = read(update);
    if (incoming.isEmpty()) {
      ledger.answered(id);
      return;
    }
    boolean entered = work.enter();
    chains.add(
        chain(incoming.get()),
        () -> {
          try {
            handle(id, incoming.get(), !entered);
          } finally {
            if (entered) {
              work.leave();
            }
          }
        });
  }

  private Optional<Incoming> read(Update update) {
    try {
      return updates.read(update);
    } catch (RuntimeException | Error e) {
      LOG.error("an update could not be read: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Works that must keep their order have the same name. */
  private static String chain(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Asked asked ->
          asked.request().command().equals(Commands.MODERATE)
              ? SLOW + asked.place().chat()
              : "" + asked.place().chat();
      case Incoming.Opened opened -> "" + opened.place().chat();
      case Incoming.Wordless wordless -> "" + wordless.place().chat();
      case Incoming.Pressed pressed ->
          (pressed.code().startsWith(ActionCodes.MODERATE) ? SLOW : "")
              + pressed.place().map(Incoming.Place::chat).orElse(0L);
      case Incoming.Typed typed -> "typed " + typed.query();
    };
  }

  private void handle(long id, Incoming incoming, boolean busy) {
    try {
      handler.handle(incoming, busy, progress(id));
      ledger.answered(id);
    } catch (InterruptedException e) {
      // noted, and answered after the next start
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.error("an update could not be handled", e);
      ledger.answered(id);
    }
  }

  private Outbox.Progress progress(long id) {
    UpdateLedger.Departure departure = ledger.departure(id);
    return new Outbox.Progress() {
      @Override
      public void leaves() {
        departure.leaves();
      }

      @Override
      public void back() {
        departure.back();
      }
    };
  }
}
