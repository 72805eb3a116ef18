package backchat.bot.discord;

import backchat.bot.conversation.Crowd;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** Many people in direct conversations on the test server. Thread-safe. */
public final class DiscordCrowd implements Crowd {
  /** The one token that the server takes. */
  public static final String TOKEN = Wire.TOKEN;

  private final FakeDiscord discord = new FakeDiscord();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
  private final Phaser waiting = new Phaser(1);

  @Override
  public String settings() {
    return "discord.api-url = %s\n".formatted(discord.apiUrl());
  }

  @Override
  public void asks(int user, String text, boolean counted) {
    FakeUser asker = discord.user(counted ? user : 1_000_000 + user);
    waiting.register();
    people.submit(
        () -> {
          try {
            long from = System.nanoTime();
            asker.tells(text);
            discord.next(asker.direct());
            if (counted) {
              waits.add(System.nanoTime() - from);
            }
          } finally {
            waiting.arriveAndDeregister();
          }
        });
  }

  @Override
  public int waiting() {
    return waiting.getUnarrivedParties() - 1;
  }

  @Override
  public void settle() {
    waiting.arriveAndAwaitAdvance();
  }

  @Override
  public long[] waits() {
    return List.copyOf(waits).stream().mapToLong(Long::longValue).toArray();
  }

  @Override
  public void close() {
    people.shutdownNow();
    discord.outbox().takeAll();
    discord.close();
  }
}
