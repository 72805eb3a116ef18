package backchat.bot.telegram;

import backchat.bot.conversation.Upload;
import java.io.IOException;
import org.telegram.telegrambots.meta.api.objects.Document;

/** Files that people send, fetched when somebody wants them. Thread-safe. */
final class Downloads {
  private final Api api;

  Downloads(Api api) {
    this.api = api;
  }

  /** A file that stays at Telegram until it is fetched. */
  Upload of(Document document) {
    String name = document.getFileName() == null ? "" : document.getFileName();
    long bytes = document.getFileSize() == null ? 0 : document.getFileSize();
    return new Upload(name, bytes, most -> fetch(document.getFileId(), most));
  }

  private byte[] fetch(String id, long most) throws IOException {
    try {
      return api.download(id, most);
    } catch (CallFailed e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", e);
    }
  }
}
