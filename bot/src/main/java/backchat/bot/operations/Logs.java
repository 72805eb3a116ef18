package backchat.bot.operations;

import backchat.bot.config.LogConfig;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets the log up as the operator wants it. Immutable. */
public final class Logs {
  private Logs() {}

  /**
   * Has everything that is written by anybody, also by libraries with a log of their own and by
   * threads that die, go through one format and one net.
   *
   * @param config how lines look and what is worth one
   * @param secrets that never show
   */
  public static void configure(LogConfig config, List<String> secrets) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Iterator<Appender<ILoggingEvent>> appenders =
        context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
    while (appenders.hasNext()) {
      if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
        LineEncoder encoder = new LineEncoder(config.format() == LogConfig.Format.JSON, secrets);
        encoder.setContext(context);
        encoder.start();
        appender.setEncoder(encoder);
      }
    }
    context.getLogger("backchat").setLevel(Level.toLevel(config.level().name()));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    org.slf4j.Logger log = LoggerFactory.getLogger(Logs.class);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> log.error("the thread {} died", thread.getName(), e));
  }
}
