package backchat.bot.discord;

import backchat.bot.conversation.Commands;
import backchat.bot.conversation.ConversationScenarios;
import backchat.bot.conversation.PlatformUnderTest;
import backchat.bot.conversation.Work;
import backchat.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shared scenarios, lived through on Discord. */
final class DiscordScenariosTest extends ConversationScenarios {
  @Override
  protected PlatformUnderTest start(Commands commands) {
    FakeDiscord discord = new FakeDiscord();
    return new OnDiscord(Rig.up(discord, Rig.config(discord), commands));
  }

  /** People in front of the test server. */
  private static final class OnDiscord implements PlatformUnderTest {
    private Rig rig;
    private final FakeDiscord discord;
    private final Map<String, FakeUser> users = new LinkedHashMap<>();
    private final Map<String, String> interactions = new HashMap<>();
    private final Map<String, Sent> shown = new HashMap<>();

    private OnDiscord(Rig rig) {
      this.rig = rig;
      this.discord = rig.discord();
    }

    @Override
    public Work work() {
      return rig.work();
    }

    @Override
    public void restart(Commands commands, Knowledge knowledge) {
      rig.stop();
      rig = Rig.up(discord, Rig.config(discord), commands, knowledge);
    }

    private FakeUser user(String name) {
      return users.computeIfAbsent(name, n -> discord.user(users.size() + 1));
    }

    @Override
    public void privately(String user, String text) {
      user(user).tells(text);
      rig.settled();
    }

    @Override
    public void command(String user, String name, String argument) {
      String[] options =
          switch (name) {
            case "compare" -> {
              String[] both = argument.split(" and ");
              yield new String[] {"a", both[0], "b", both[1]};
            }
            case "topics" -> new String[] {"topic", argument};
            default -> new String[] {"text", argument};
          };
      interactions.put(user(user).slash(user(user).direct(), name, options), "private " + user);
    }

    @Override
    public void chatter(String user, String text) {
      user(user).says(discord.textChannel());
    }

    @Override
    public void inGroup(String user, String text) {
      user(user).mentions(discord.textChannel(), text);
    }

    @Override
    public void press(String user, Seen on, String label) {
      Sent sent = shown.get(on.handle());
      boolean group = on.place().equals("group");
      String channel = group ? discord.textChannel() : user(user).direct();
      interactions.put(user(user).presses(channel, sent, label), "private " + user);
    }

    @Override
    public Seen next() {
      Sent next =
          discord.await("something to see", () -> discord.outbox().first(OnDiscord::isSeen));
      return seen(next);
    }

    private static boolean isSeen(Sent sent) {
      return sent.type() != 6;
    }

    private Seen seen(Sent sent) {
      String handle = "seen-" + shown.size();
      shown.put(handle, sent);
      List<String> lines =
          sent.seen().stream().flatMap(String::lines).filter(line -> !line.isBlank()).toList();
      return new Seen(place(sent), lines, sent.labels(), handle);
    }

    private String place(Sent sent) {
      if (interactions.containsKey(sent.where())) {
        return interactions.get(sent.where());
      }
      return users.entrySet().stream()
          .filter(user -> user.getValue().direct().equals(sent.where()))
          .map(user -> "private " + user.getKey())
          .findFirst()
          .orElse("group");
    }

    @Override
    public List<Seen> rest() {
      rig.settled();
      List<Seen> rest = new ArrayList<>();
      discord.outbox().takeAll().stream()
          .filter(OnDiscord::isSeen)
          .map(this::seen)
          .forEach(rest::add);
      return rest;
    }

    @Override
    public void close() {
      rest();
      rig.close();
    }
  }
}
