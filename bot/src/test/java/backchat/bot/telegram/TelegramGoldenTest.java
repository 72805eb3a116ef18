package backchat.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import backchat.bot.conversation.Samples;
import backchat.bot.conversation.SmallKnowledge;
import backchat.knowledge.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the asker sees in a dozen conversations, word for word. Rewritten with {@code
 * -Dgolden=write}, and that run fails; a file that no conversation writes fails too.
 */
final class TelegramGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/backchat/bot/telegram/golden");

  @TempDir private Path folder;

  private static Map<String, Consumer<Script>> conversations() {
    Map<String, Consumer<Script>> all = new LinkedHashMap<>();
    all.put("found", s -> s.says("What causes back pain?"));
    all.put(
        "found-with-table", s -> s.says("What is Swedish massage, and does it help back pain?"));
    all.put("unsure", s -> s.says("how common is daily back pain?").pressesFirst());
    all.put("not-found", s -> s.says("best pizza in town"));
    all.put("no-words", s -> s.says("???"));
    all.put("small-talk", s -> s.says("hello").says("thank you"));
    all.put("urgent", s -> s.says("I have back pain and I cannot control my bladder"));
    all.put("compare", s -> s.says("/compare swedish and deep tissue").says("/compare x"));
    all.put("topics", s -> s.says("/topics").presses("Back pain basics").presses("What causes"));
    all.put("start-and-help", s -> s.says("/start").says("/help"));
    all.put("sources-and-about", s -> s.says("/sources").says("/about").says("/privacy"));
    all.put("reload-refused", s -> s.says("/kb reload"));
    all.put("hostile-markup", s -> s.says(Samples.HOSTILE).says("/compare " + Samples.HOSTILE));
    all.put(
        "rating",
        s -> s.says("What causes back pain?").presses("This helped").presses("Not what I asked"));
    all.put("old-button", s -> s.says("hello").pressesCode("p_basics_taken-away"));
    all.put("inline", s -> s.types("what causes back pain"));
    all.put("group", s -> s.inGroup("/start@backchat_bot").inGroup("/ask What causes back pain?"));
    return all;
  }

  @Test
  void theAskerSeesJustThis() throws IOException {
    Knowledge knowledge = SmallKnowledge.open(folder);
    List<String> different = new ArrayList<>();
    for (Map.Entry<String, Consumer<Script>> one : conversations().entrySet()) {
      Path file = GOLDEN.resolve(one.getKey() + ".txt");
      String seen = played(one.getValue(), knowledge, folder.resolve(one.getKey()));
      if (!Files.exists(file) || !Files.readString(file).equals(seen)) {
        different.add(one.getKey());
        if ("write".equals(System.getProperty("golden"))) {
          Files.createDirectories(GOLDEN);
          Files.writeString(file, seen);
        }
      }
    }
    assertThat(different).as("mend with -Dgolden=write").isEmpty();
  }

  @Test
  void noFileIsLeftOver() throws IOException {
    Set<String> names = new TreeSet<>();
    try (var files = Files.list(GOLDEN)) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(".txt", "")));
    }
    assertThat(names).isEqualTo(new TreeSet<>(conversations().keySet()));
  }

  private static String played(Consumer<Script> conversation, Knowledge knowledge, Path data) {
    TelegramRig rig = new TelegramRig();
    try (rig) {
      rig.start(data, rig.config(), Samples.commands(knowledge, Clock.systemUTC()));
      Script script = new Script(rig);
      conversation.accept(script);
      return script.text();
    }
  }
}
