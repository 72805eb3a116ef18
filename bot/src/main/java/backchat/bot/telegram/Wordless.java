package backchat.bot.telegram;

import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Knows the messages that people send instead of words. Immutable. */
final class Wordless {
  private Wordless() {}

  /** Whether somebody sent it; messages about the chat itself, such as a new title, are not. */
  static boolean is(Message message) {
    return Stream.of(
            message.getSticker(),
            message.getPhoto(),
            message.getVoice(),
            message.getAudio(),
            message.getVideo(),
            message.getVideoNote(),
            message.getAnimation(),
            message.getDocument(),
            message.getPoll(),
            message.getLocation(),
            message.getVenue(),
            message.getContact(),
            message.getDice())
        .anyMatch(part -> part != null);
  }
}
