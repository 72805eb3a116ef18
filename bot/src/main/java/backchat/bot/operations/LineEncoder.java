package backchat.bot.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes each event of the log as one line, for people or as JSON. Of what went wrong it tells kind
 * and place; what an exception says it tells only where that speaks of files and networks, since
 * parsers quote what they were given. Thread-safe.
 */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};
  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Exceptions whose messages name files, hosts and our own findings, never what people wrote. */
  private static final Pattern TELLING =
      Pattern.compile(
          "backchat\\..*|java\\.(io|net|nio\\.file)\\..*|javax\\.net\\..*|java\\.sql\\..*");

  private final boolean json;
  private final Redaction redaction;

  /** For people, knowing no secrets. */
  LineEncoder() {
    this(false, List.of());
  }

  /**
   * @param json whether lines are for programs
   * @param secrets that never show
   */
  LineEncoder(boolean json, List<String> secrets) {
    this.json = json;
    this.redaction = new Redaction(secrets);
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = json ? json(event) : plain(event);
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String plain(ILoggingEvent event) {
    String error = error(event);
    return "%s %-5s %s %s%s"
        .formatted(
            TIME.format(time(event)),
            event.getLevel(),
            event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1),
            redaction.of(event.getFormattedMessage()),
            error.isEmpty() ? "" : " | " + error);
  }

  private String json(ILoggingEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put("time", TIME.format(time(event)));
    node.put("level", event.getLevel().toString());
    node.put("logger", event.getLoggerName());
    node.put("message", redaction.of(event.getFormattedMessage()));
    String error = error(event);
    if (!error.isEmpty()) {
      node.put("error", error);
    }
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      return "{}";
    }
  }

  private static Instant time(ILoggingEvent event) {
    return Instant.ofEpochMilli(event.getTimeStamp());
  }

  private String error(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    IThrowableProxy cause = event.getThrowableProxy();
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      text.append(i == 0 ? "" : " | caused by ").append(cause.getClassName());
      if (cause.getMessage() != null && TELLING.matcher(cause.getClassName()).matches()) {
        text.append(": ").append(cause.getMessage());
      }
      int own = cause.getStackTraceElementProxyArray().length - cause.getCommonFrames();
      for (int frame = 0; frame < Math.min(own, MOST_FRAMES); frame++) {
        text.append(" | ").append(cause.getStackTraceElementProxyArray()[frame].getSTEAsString());
      }
      cause = cause.getCause();
    }
    return redaction.of(text.toString());
  }
}
