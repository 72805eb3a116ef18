package backchat.bot.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;

/**
 * The log until {@link Logs} has read what the operator wants: one line an event, on standard
 * error, so that answers on standard output stay clean. Found by Logback itself, which would
 * otherwise load an XML parser and 350 classes for as few settings. Confined to one thread.
 */
public final class FirstLog extends ContextAwareBase implements Configurator {
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getStatusManager().add(new NopStatusListener());
    LineEncoder encoder = new LineEncoder();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    // says at each start that texts of over 512 word pieces are cut, which is meant
    context.getLogger("ai.djl").setLevel(Level.ERROR);
    // quotes whole events of people when it fails to read one; we say ourselves how Discord stands
    context.getLogger("net.dv8tion.jda").setLevel(Level.OFF);
    // one trace a broken connection; the store says itself how the database stands
    context.getLogger("com.zaxxer.hikari").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
