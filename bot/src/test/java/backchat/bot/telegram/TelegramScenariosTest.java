package backchat.bot.telegram;

import backchat.bot.conversation.Commands;
import backchat.bot.conversation.ConversationScenarios;
import backchat.bot.conversation.PlatformUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Telegram passes the scenarios of every platform. */
final class TelegramScenariosTest extends ConversationScenarios {
  @TempDir private Path data;

  @Override
  protected PlatformUnderTest start(Commands commands) {
    TelegramRig rig = new TelegramRig();
    return new TelegramUnderTest(rig.start(data, rig.config(), commands), data);
  }
}
