package backchat.bot.telegram;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Finds the bot's name in messages. Immutable. */
final class Mentions {
  private Mentions() {}

  /** The text without the mentions of the bot; empty when there is none. */
  static Optional<String> removed(Message message, String text, Me me) {
    Pattern name = Pattern.compile("(?i)@" + Pattern.quote(me.name()) + "(?![A-Za-z0-9_])");
    if (name.matcher(text).find()) {
      return Optional.of(name.matcher(text).replaceAll(" ").strip());
    }
    List<MessageEntity> entities =
        Optional.ofNullable(message.getEntities())
            .or(() -> Optional.ofNullable(message.getCaptionEntities()))
            .orElse(List.of());
    return entities.stream()
        .filter(entity -> entity.getUser() != null && entity.getUser().getId() == me.id())
        .findFirst()
        .map(entity -> entity.getText() == null ? text : text.replace(entity.getText(), " "))
        .map(String::strip);
  }
}
