package backchat.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Plays a conversation and writes down what is said and seen. Confined to one thread. */
final class Script {
  private final TelegramRig rig;
  private final StringBuilder text = new StringBuilder();
  private int seen;
  private Sent last;

  Script(TelegramRig rig) {
    this.rig = rig;
  }

  Script says(String words) {
    text.append("ann> ").append(words).append('\n');
    rig.users().says("ann", words);
    return sees();
  }

  Script inGroup(String words) {
    text.append("ann, in a group> ").append(words).append('\n');
    rig.users().sends("ann", TelegramUsers.GROUP, message -> message.put("text", words));
    return sees();
  }

  Script types(String words) {
    text.append("ann, anywhere> @backchat_bot ").append(words).append('\n');
    rig.users().types("ann", words);
    return sees();
  }

  Script presses(String label) {
    text.append("ann presses> ").append(label).append('\n');
    rig.users().presses("ann", last, last.data(label));
    return sees();
  }

  Script pressesFirst() {
    return presses(last.labels().getFirst());
  }

  Script pressesCode(String code) {
    text.append("ann presses an old button> ").append(code).append('\n');
    rig.users().pressesOld("ann", rig.users().id("ann"), 1, code);
    return sees();
  }

  private Script sees() {
    List<Sent> all =
        rig.server()
            .await(
                "what comes of it",
                sent ->
                    sent.size() > seen
                        && rig.server().state().updates().allConfirmed()
                        && rig.adapter().isIdle());
    for (; seen < all.size(); seen++) {
      write(all.get(seen));
    }
    return this;
  }

  private void write(Sent sent) {
    switch (sent.method()) {
      case "answercallbackquery" -> {
        if (!sent.text().isEmpty()) {
          text.append("(over the chat) ").append(sent.text()).append("\n\n");
        }
      }
      case "answerinlinequery" -> sent.call().path("results").forEach(this::result);
      default -> {
        boolean edited = sent.method().equals("editmessagetext");
        text.append(edited ? "(the message changes)\n" : "");
        text.append(sent.text()).append('\n');
        sent.labels().forEach(label -> text.append("[ ").append(label).append(" ]\n"));
        text.append('\n');
        last = sent;
      }
    }
  }

  private void result(JsonNode result) {
    text.append("* ").append(result.path("title").asText()).append('\n');
    text.append("  ").append(result.path("description").asText()).append("\n\n");
  }

  String text() {
    return text.toString();
  }
}
