package backchat.bot.telegram;

import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Work;
import backchat.bot.store.Sealer;
import backchat.bot.store.UpdateLedger;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Backchat on Telegram. Thread-safe.
 *
 * <p>Every question that was fetched is answered, and none twice, though the process be killed at
 * any moment: see {@link UpdateLedger} for how, and for what stays possible when the outcome of a
 * send is unknown.
 */
public final class TelegramAdapter implements Platform {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramAdapter.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private static final Duration LAST_ANSWERS = Duration.ofMillis(500);
  private static final int REFUSED = 401;
  private static final int NOT_FOUND = 404;

  private final TelegramConfig config;
  private final UpdateLedger.Opener ledgers;
  private final Commands commands;
  private final Work work;
  private final int workInHand;
  private final Clock clock;
  private final Api api;
  private final Chains chains = new Chains();
  private volatile Thread serving;
  private volatile Handler handler;
  private volatile Polling polling;
  private volatile UpdateLedger ledger;
  private volatile boolean stopped;

  /**
   * @param config with a token
   * @param ledgers opens the ledger of updates
   * @param commands answers
   * @param work shared by all platforms
   * @param workInHand updates waiting in memory before fetching pauses
   * @param clock tells the time
   */
  public TelegramAdapter(
      TelegramConfig config,
      UpdateLedger.Opener ledgers,
      Commands commands,
      Work work,
      int workInHand,
      Clock clock) {
    this.config = config;
    this.ledgers = ledgers;
    this.commands = commands;
    this.work = work;
    this.workInHand = workInHand;
    this.clock = clock;
    this.api = new Api(config, commands.tally());
  }

  @Override
  public String name() {
    return "Telegram";
  }

  @Override
  public void start() throws StartFailed {
    try {
      ledger = ledgers.open(new Sealer(config.token().orElseThrow().value()));
      Me me = me();
      Intake intake = prepare(me);
      serving = Thread.ofVirtual().name("telegram").start(() -> serve(intake));
    } catch (CallFailed e) {
      if (isTokenRefused(e)) {
        throw new StartFailed(
            "Telegram refuses the token; check TELEGRAM_BOT_TOKEN, or get a new one from"
                + " BotFather");
      }
      LOG.warn("{}; Telegram is tried again until it answers", e.getMessage());
      serving = Thread.ofVirtual().name("telegram").start(this::serveWhenReachable);
    } catch (IOException e) {
      throw new StartFailed("the data folder cannot be written; set data.folder");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("the start was interrupted");
    }
  }

  private static boolean isTokenRefused(CallFailed e) {
    return e.code() == REFUSED || e.code() == NOT_FOUND;
  }

  private Me me() throws CallFailed, InterruptedException {
    User user = api.call(new GetMe());
    if (user == null || user.getUserName() == null) {
      throw new CallFailed(CallFailed.Kind.DOWN, 0, "getme came back empty");
    }
    return new Me(
        user.getId(), user.getUserName(), Boolean.TRUE.equals(user.getCanReadAllGroupMessages()));
  }

  private void serveWhenReachable() {
    while (!stopped) {
      try {
        Thread.sleep(RETRY);
        serve(prepare(me()));
        return;
      } catch (CallFailed e) {
        LOG.warn("{}", e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private Intake prepare(Me me) {
    TelegramRenderer renderer = new TelegramRenderer(me.name());
    Pace pace =
        new Pace(config.chatBurst(), config.groupMessagesAMinute(), config.messagesASecond());
    handler =
        new Handler(
            commands,
            renderer,
            new GroupWelcome(commands, () -> meNow(me)),
            new Administrators(api, config.moderatorChats(), clock),
            new Outbox(api, pace, clock),
            new Toasts(api, commands, renderer),
            clock);
    Intake intake =
        new Intake(
            ledger,
            new Updates(me, config, new Downloads(api)),
            handler,
            chains,
            work,
            2 * workInHand);
    polling = new Polling(api, config.longPoll(), config.conflictRetry(), intake, clock);
    return intake;
  }

  private void serve(Intake intake) {
    Thread profile =
        Thread.ofVirtual().name("telegram-profile").start(new Profile(api, config, commands));
    Thread adopting = Thread.ofVirtual().name("telegram-left-behind").start(intake::adopt);
    try {
      intake.resume();

      endWebhook();
      polling.run();
    } catch (IOException e) {
      LOG.error("the ledger cannot be read", e);
    } catch (InterruptedException e) {
      LOG.info("stopped while starting");
    } finally {
      profile.interrupt();
      adopting.interrupt();
    }
  }

  /** The bot as Telegram knows it now; as it was at the start when Telegram does not answer. */
  private Me meNow(Me atStart) {
    try {
      return me();
    } catch (CallFailed e) {
      return atStart;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return atStart;
    }
  }

  /** A webhook from elsewhere would keep us from fetching. */
  private void endWebhook() throws InterruptedException {
    try {
      api.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
    } catch (CallFailed e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  @Override
  public Health health() {
    if (stopped) {
      return new Health(Condition.STOPPED, "stopped");
    }
    return polling == null
        ? new Health(Condition.CONNECTING, "Telegram cannot be reached yet")
        : polling.health();
  }

  /** Whether nothing that was fetched waits for its answer. */
  boolean isIdle() {
    return chains.pending() == 0;
  }

  @Override
  public void tell(String place, Reply reply) {
    if (handler != null) {
      chains.add("tell " + place, () -> handler.tell(Long.parseLong(place), reply));
    }
  }

  @Override
  public void stop(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    stopped = true;
    try {
      if (serving != null) {
        if (polling != null) {
          polling.stop();
        }
        serving.interrupt();
        serving.join(most.plus(LAST_ANSWERS));
      }
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!chains.awaitAtMost(0, left)) {
        LOG.warn("{} updates are left for the next start", chains.pending());
      }
      chains.stop();
      chains.awaitAtMost(0, LAST_ANSWERS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      api.close();
      if (ledger != null) {
        ledger.close();
      }
    }
  }
}
