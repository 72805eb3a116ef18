package backchat.bot.telegram;

import backchat.bot.conversation.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many people in private chats on the test server. Confined to one thread. */
public final class TelegramCrowd implements Crowd {
  /** The one token that the server takes. */
  public static final String TOKEN = TelegramServer.TOKEN;

  private final TelegramServer server;
  private final TelegramUsers users;
  private final Map<Long, List<Integer>> asked = new HashMap<>();
  private int count;

  /** Begins to listen. */
  public TelegramCrowd() {
    try {
      server = new TelegramServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    users = new TelegramUsers(server.state());
  }

  @Override
  public String settings() {
    return """
    telegram.api-url = %s
    telegram.messages-a-second = 10000
    telegram.chat-burst = 100
    """
        .formatted(server.url());
  }

  @Override
  public void asks(int user, String text, boolean counted) {
    String name = (counted ? "user " : "other ") + user;
    int update = users.says(name, text);
    count++;
    if (counted) {
      asked.computeIfAbsent(users.id(name), id -> new ArrayList<>()).add(update);
    }
  }

  @Override
  public int waiting() {
    return count - server.await("what came", sent -> true).size();
  }

  @Override
  public void settle() {
    try {
      server.await("all answers", sent -> sent.size() >= count);
    } catch (AssertionError e) {
      System.out.println("Telegram: " + e.getMessage());
    }
  }

  @Override
  public long[] waits() {
    Map<Long, List<Sent>> answers = new HashMap<>();
    server
        .await("what came", sent -> true)
        .forEach(sent -> answers.computeIfAbsent(sent.chat(), c -> new ArrayList<>()).add(sent));
    return asked.entrySet().stream()
        .flatMapToLong(
            person -> {
              List<Sent> seen = answers.getOrDefault(person.getKey(), List.of());
              List<Integer> updates = person.getValue();
              return IntStream.range(0, Math.min(seen.size(), updates.size()))
                  .mapToLong(
                      i ->
                          seen.get(i).nanos()
                              - server.state().updates().availableSince(updates.get(i)));
            })
        .toArray();
  }

  @Override
  public void close() {
    server.close();
  }
}
