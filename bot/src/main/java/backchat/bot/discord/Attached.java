package backchat.bot.discord;

import backchat.bot.conversation.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** The file that comes with a command, fetched when somebody wants it. Immutable. */
final class Attached {
  private Attached() {}

  static Optional<Upload> to(SlashCommandInteractionEvent event) {
    return Optional.ofNullable(event.getOption(SlashList.FILE, OptionMapping::getAsAttachment))
        .map(file -> new Upload(file.getFileName(), file.getSize(), most -> fetched(file, most)));
  }

  private static byte[] fetched(Message.Attachment file, long most) throws IOException {
    try (InputStream in = file.getProxy().download().join()) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw new IOException("larger than it said");
      }
      return bytes;
    } catch (CompletionException e) {
      throw new IOException("cannot be fetched", e);
    }
  }
}
