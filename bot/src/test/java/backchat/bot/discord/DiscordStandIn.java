package backchat.bot.discord;

/** The test server as tests of the whole program need it. Thread-safe. */
public final class DiscordStandIn implements AutoCloseable {
  /** The one token that it takes. */
  public static final String TOKEN = Wire.TOKEN;

  private final FakeDiscord discord = new FakeDiscord();

  /** What the settings name. */
  public String apiUrl() {
    return discord.apiUrl();
  }

  /** Somebody writes to the bot alone; returns the answer. */
  public String asks(int user, String text) {
    FakeUser asker = discord.user(user);
    asker.tells(text);
    return discord.next(asker.direct()).text();
  }

  /** The number of a person, which nothing may keep. */
  public String id(int user) {
    return discord.user(user).id();
  }

  /** The wire to the gateway breaks, and no new one can be laid. */
  public void down() {
    discord.cable().plug(false);
  }

  /** New wires can be laid again. */
  public void fine() {
    discord.cable().plug(true);
  }

  @Override
  public void close() {
    discord.close();
  }
}
