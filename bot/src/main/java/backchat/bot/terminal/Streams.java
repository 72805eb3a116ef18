package backchat.bot.terminal;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The program's streams, all UTF-8; bytes of the input that are no UTF-8 become the replacement
 * character. Confined to one thread.
 *
 * @param in lines that people type or pipe
 * @param out answers
 * @param err mistakes
 * @param typed whether a person types at a terminal
 * @param seen whether a terminal shows the answers
 */
public record Streams(
    BufferedReader in, PrintWriter out, PrintWriter err, boolean typed, boolean seen) {
  /**
   * Wraps raw streams.
   *
   * @param terminal what the launcher found out: holds {@code in} and {@code out} where these are a
   *     terminal
   */
  public static Streams of(InputStream in, OutputStream out, OutputStream err, String terminal) {
    return new Streams(
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
        new PrintWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), false),
        new PrintWriter(new java.io.OutputStreamWriter(err, StandardCharsets.UTF_8), true),
        terminal.contains("in"),
        terminal.contains("out"));
  }
}
