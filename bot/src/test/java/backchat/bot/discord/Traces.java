package backchat.bot.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * What the library last said of the wire, what was called and what every thread is doing, written
 * to files once when something does not come. Thread-safe.
 */
final class Traces extends AppenderBase<ILoggingEvent> {
  private static final Logger LIBRARY = (Logger) LoggerFactory.getLogger("net.dv8tion.jda");
  private static final int MOST = 600;
  private static final Traces KEPT = new Traces();
  private static final AtomicBoolean WRITTEN = new AtomicBoolean();

  private final Deque<ILoggingEvent> last = new ArrayDeque<>();

  private Traces() {}

  /** Keeps from now on what the library says; none of it reaches the log. */
  static synchronized void keep() {
    if (!KEPT.isStarted()) {
      KEPT.start();
      LIBRARY.setAdditive(false);
      LIBRARY.addAppender(KEPT);
      LIBRARY.setLevel(Level.TRACE);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.getThreadName();
    synchronized (last) {
      if (last.size() == MOST) {
        last.removeFirst();
      }
      last.addLast(event);
    }
  }

  /** Writes the files unless there are some from before; says where they are. */
  static String written(List<String> calls) {
    Path said = Path.of("target", "discord-said.txt").toAbsolutePath();
    Path threads = Path.of("target", "discord-threads.txt").toAbsolutePath();
    if (WRITTEN.compareAndSet(false, true)) {
      try {
        Files.createDirectories(said.getParent());
        Files.deleteIfExists(threads);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(threads.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        Files.write(said, KEPT.lines(calls));
      } catch (IOException e) {
        return "traces cannot be written: " + e;
      }
    }
    return "see " + said + " and " + threads;
  }

  private List<String> lines(List<String> calls) {
    List<String> lines = new ArrayList<>();
    lines.add(Instant.now() + " " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
    List<ILoggingEvent> events;
    synchronized (last) {
      events = List.copyOf(last);
    }
    for (ILoggingEvent event : events) {
      lines.add(
          "%s %s [%s] %s %s"
              .formatted(
                  event.getInstant(),
                  event.getLevel(),
                  event.getThreadName(),
                  event.getLoggerName(),
                  event.getFormattedMessage()));
      if (event.getThrowableProxy() != null) {
        lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
    lines.addAll(calls.subList(Math.max(0, calls.size() - MOST), calls.size()));
    return lines;
  }
}
