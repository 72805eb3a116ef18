package backchat.bot.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The test server as tests of the whole program need it. Thread-safe. */
public final class TelegramStandIn implements AutoCloseable {
  /** The one token that it takes. */
  public static final String TOKEN = TelegramServer.TOKEN;

  private final TelegramServer server;
  private final TelegramUsers users;

  /** Begins to listen. */
  public TelegramStandIn() {
    try {
      server = new TelegramServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    users = new TelegramUsers(server.state());
  }

  /** What the settings name. */
  public String url() {
    return server.url().toString();
  }

  /** Somebody writes; returns when the answer has come. */
  public String asks(String user, String text) {
    long chat = users.id(user);
    int before = count(chat);
    users.says(user, text);
    List<Sent> all = server.await("an answer", sent -> count(chat) > before);
    return all.stream().filter(one -> one.chat() == chat).toList().getLast().text();
  }

  /** Somebody writes. */
  public void says(String user, String text) {
    users.says(user, text);
  }

  /** Waits until somebody has seen so many messages; returns all that they have seen by then. */
  public List<String> seen(String user, int most) {
    long chat = users.id(user);
    return server.await("messages", sent -> of(sent, chat).size() >= most).stream()
        .filter(one -> one.chat() == chat)
        .map(Sent::text)
        .toList();
  }

  /** Waits until that many messages have come from the bot in all; returns their texts. */
  public List<String> answers(int count) {
    return server.await("so many answers", sent -> sent.size() >= count).stream()
        .map(Sent::text)
        .toList();
  }

  private static List<Sent> of(List<Sent> sent, long chat) {
    return sent.stream().filter(one -> one.chat() == chat).toList();
  }

  private int count(long chat) {
    return (int)
        server.await("what was sent", sent -> true).stream()
            .filter(one -> one.chat() == chat)
            .count();
  }

  /** Presses the button of the user's last message whose words begin so. */
  public void presses(String user, String button) {
    Sent last =
        server.await("what was sent", sent -> true).stream()
            .filter(one -> one.chat() == users.id(user))
            .toList()
            .getLast();
    users.presses(user, last, last.data(button));
  }

  /** The number of a person, which nothing may keep. */
  public String id(String user) {
    return Long.toString(users.id(user));
  }

  /** Every poll is refused because another copy polls. */
  public void conflict() {
    server.lasting("getUpdates", Fault.refused(409, "Conflict: terminated by other getUpdates"));
  }

  /** No poll is ever answered. */
  public void silent() {
    server.lasting("getUpdates", new Fault.Hang(false));
  }

  /** Every poll fails. */
  public void down() {
    server.lasting("getUpdates", new Fault.Page(502));
  }

  /** Every call fails, the first one too. */
  public void gone() {
    server.lasting("getMe", new Fault.Page(502));
    down();
  }

  /** The token is taken away. */
  public void revoked() {
    server.lasting("getUpdates", Fault.refused(401, "Unauthorized"));
  }

  /** The next message has to wait a second. */
  public void tooManyOnce() {
    server.fault("sendMessage", Fault.tooMany(1));
  }

  /** All is well again. */
  public void fine() {
    server.fine();
  }

  @Override
  public void close() {
    server.close();
  }
}
