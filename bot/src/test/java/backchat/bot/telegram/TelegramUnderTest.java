package backchat.bot.telegram;

import backchat.bot.conversation.Commands;
import backchat.bot.conversation.PlatformUnderTest;
import backchat.bot.conversation.Work;
import backchat.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** People on the test server, as the scenarios of every platform see them. */
final class TelegramUnderTest implements PlatformUnderTest {
  private final TelegramRig rig;
  private final Path data;
  private int seen;

  TelegramUnderTest(TelegramRig rig, Path data) {
    this.rig = rig;
    this.data = data;
  }

  @Override
  public Work work() {
    return rig.work();
  }

  @Override
  public void restart(Commands commands, Knowledge knowledge) {
    rig.stopAdapter();
    rig.start(data, rig.config(), commands);
  }

  @Override
  public void privately(String user, String text) {
    rig.users().says(user, text);
  }

  @Override
  public void command(String user, String name, String argument) {
    rig.users().says(user, "/" + name + " " + argument);
  }

  @Override
  public void chatter(String user, String text) {
    rig.users().sends(user, TelegramUsers.GROUP, message -> message.put("text", text));
  }

  @Override
  public void inGroup(String user, String text) {
    chatter(user, "/ask@" + TelegramState.BOT_NAME + " " + text);
  }

  @Override
  public void press(String user, Seen on, String label) {
    Sent message =
        shown(rig.server().await("the message", sent -> true)).get(Integer.parseInt(on.handle()));
    rig.users().presses(user, message, message.data(label));
  }

  @Override
  public Seen next() {
    List<Sent> shown =
        shown(rig.server().await("the next message", sent -> shown(sent).size() > seen));
    return seen(shown.get(seen), seen++);
  }

  @Override
  public List<Seen> rest() {
    // each chat keeps its order, so when this one's answer is there the rest of its chain is done
    rig.server()
        .await(
            "all updates to be taken and done",
            sent -> rig.server().state().updates().allConfirmed() && rig.adapter().isIdle());
    List<Sent> shown = shown(rig.server().await("the rest", sent -> true));
    List<Seen> rest = new ArrayList<>();
    while (seen < shown.size()) {
      rest.add(seen(shown.get(seen), seen++));
    }
    return rest;
  }

  private static List<Sent> shown(List<Sent> sent) {
    return sent.stream().filter(one -> one.chat() != 0 || !one.text().isEmpty()).toList();
  }

  private Seen seen(Sent sent, int index) {
    String user = rig.users().name(sent.chat());
    return new Seen(
        sent.chat() > 0 ? "private " + user : sent.chat() < 0 ? "group" : "over the chat",
        sent.text().lines().filter(line -> !line.isBlank()).toList(),
        sent.labels(),
        Integer.toString(index));
  }

  @Override
  public void close() {
    rig.close();
  }
}
