package backchat.bot.telegram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Payloads to calls of the Telegram library. Immutable. */
final class Messages {
  static final String HTML = "HTML";

  private Messages() {}

  /**
   * A new message.
   *
   * @param replyTo message that it answers
   * @param quiet whether it comes without a sound
   */
  static SendMessage send(
      long chat, Incoming.Place place, Payload payload, Optional<Integer> replyTo, boolean quiet) {
    SendMessage message = new SendMessage(Long.toString(chat), payload.html());
    message.setParseMode(HTML);
    message.setLinkPreviewOptions(noPreview());
    place.topic().ifPresent(message::setMessageThreadId);
    keyboard(payload.keyboard()).ifPresent(message::setReplyMarkup);
    replyTo.ifPresent(
        id ->
            message.setReplyParameters(
                ReplyParameters.builder().messageId(id).allowSendingWithoutReply(true).build()));
    if (quiet) {
      message.setDisableNotification(true);
    }
    return message;
  }

  /** A text file on its own. */
  static SendDocument file(
      long chat, Incoming.Place place, Payload.TextFile file, Optional<Integer> replyTo) {
    byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
    SendDocument message =
        new SendDocument(
            Long.toString(chat), new InputFile(new ByteArrayInputStream(content), file.name()));
    place.topic().ifPresent(message::setMessageThreadId);
    replyTo.ifPresent(
        id ->
            message.setReplyParameters(
                ReplyParameters.builder().messageId(id).allowSendingWithoutReply(true).build()));
    return message;
  }

  /** Another text and other buttons for a message of ours. */
  static EditMessageText edit(long chat, int message, Payload payload) {
    return EditMessageText.builder()
        .chatId(Long.toString(chat))
        .messageId(message)
        .text(payload.html())
        .parseMode(HTML)
        .linkPreviewOptions(noPreview())
        .replyMarkup(keyboard(payload.keyboard()).orElse(null))
        .build();
  }

  static LinkPreviewOptions noPreview() {
    return LinkPreviewOptions.builder().isDisabled(true).build();
  }

  /** Rows of buttons; empty when there are none. */
  static Optional<InlineKeyboardMarkup> keyboard(List<List<Payload.Button>> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<InlineKeyboardRow> keyboard =
        rows.stream()
            .map(row -> new InlineKeyboardRow(row.stream().map(Messages::button).toList()))
            .toList();
    return Optional.of(new InlineKeyboardMarkup(keyboard));
  }

  private static InlineKeyboardButton button(Payload.Button button) {
    InlineKeyboardButton made = new InlineKeyboardButton(button.label());
    if (button.link().isEmpty()) {
      made.setCallbackData(button.data());
    } else {
      made.setUrl(button.link());
    }
    return made;
  }
}
