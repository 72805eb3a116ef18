package backchat.bot.telegram;

import backchat.bot.config.Secret;
import backchat.bot.config.TelegramConfig;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Platform;
import backchat.bot.conversation.Samples;
import backchat.bot.conversation.Work;
import backchat.bot.store.UpdateLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The real adapter against the test server. Confined to one thread. */
final class TelegramRig implements AutoCloseable {
  static final Duration STOP = Duration.ofSeconds(8);

  private final TelegramServer server;
  private final TelegramUsers users;
  private final Work work = new Work(5_000);
  private TelegramAdapter adapter;

  TelegramRig() {
    try {
      server = new TelegramServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    users = new TelegramUsers(server.state());
  }

  /** Limits that do not slow tests down. */
  TelegramConfig config() {
    return new TelegramConfig(
        Optional.of(new Secret(TelegramServer.TOKEN)),
        server.url(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofMillis(300),
        1_000,
        100,
        1_000,
        Set.of(),
        Set.of());
  }

  TelegramRig start(Path data) {
    return start(data, config(), Samples.commands(Clock.systemUTC()));
  }

  /** A ledger in a file. */
  static UpdateLedger.Opener ledger(Path data) {
    return sealer -> UpdateLedger.open(data.resolve(UpdateLedger.FILE), sealer, Clock.systemUTC());
  }

  TelegramRig start(Path data, TelegramConfig config, Commands commands) {
    adapter = new TelegramAdapter(config, ledger(data), commands, work, 5_000, Clock.systemUTC());
    try {
      adapter.start();
    } catch (Platform.StartFailed e) {
      throw new AssertionError(e);
    }
    return this;
  }

  TelegramServer server() {
    return server;
  }

  TelegramUsers users() {
    return users;
  }

  Work work() {
    return work;
  }

  TelegramAdapter adapter() {
    return adapter;
  }

  /** Stops the adapter and leaves the server, for another adapter to come. */
  void stopAdapter() {
    adapter.stop(STOP);
    adapter = null;
  }

  /** The same with moderators, and chats whose administrators are moderators. */
  TelegramConfig moderated(Set<Long> moderators, Set<Long> chats) {
    TelegramConfig plain = config();
    return new TelegramConfig(
        plain.token(),
        plain.apiUrl(),
        plain.longPoll(),
        plain.answerWithin(),
        plain.conflictRetry(),
        plain.messagesASecond(),
        plain.chatBurst(),
        plain.groupMessagesAMinute(),
        moderators,
        chats);
  }

  /** Other limits, and patience enough for a busy machine. */
  static TelegramConfig with(TelegramConfig base, int aSecond, int burst, int groupAMinute) {
    return new TelegramConfig(
        base.token(),
        base.apiUrl(),
        base.longPoll(),
        Duration.ofSeconds(10),
        base.conflictRetry(),
        aSecond,
        burst,
        groupAMinute,
        base.moderators(),
        base.moderatorChats());
  }

  @Override
  public void close() {
    try {
      if (adapter != null) {
        adapter.stop(STOP);
      }
    } finally {
      server.close();
    }
  }
}
