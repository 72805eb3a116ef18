package backchat.bot.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** What a process that was killed had marked as having left. */
public final class LeftMarks {
  private LeftMarks() {}

  /** Ids of the updates whose answer had left, or was about to; none when nothing was begun. */
  public static Set<Long> in(Path data) throws IOException {
    return LeavingMarks.read(data.resolve(UpdateLedger.FILE + ".leaving"));
  }
}
