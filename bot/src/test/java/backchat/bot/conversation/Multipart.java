package backchat.bot.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MultipartReader;
import okio.Buffer;

/** A form with files in it, as test servers receive it. Immutable. */
public final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

  /**
   * One part. Immutable.
   *
   * @param fileName empty when it is no file
   * @param text as UTF-8
   */
  public record Part(String fileName, String text) {}

  private Multipart() {}

  /** Whether a body of that type is such a form. */
  public static boolean is(String contentType) {
    return contentType != null && contentType.startsWith("multipart/form-data");
  }

  /** The parts by name; fails when the form is not well formed. */
  public static Map<String, Part> read(String contentType, byte[] body) {
    Map<String, Part> parts = new LinkedHashMap<>();
    try (MultipartReader reader =
        new MultipartReader(new Buffer().write(body), found(BOUNDARY, contentType))) {
      for (MultipartReader.Part part = reader.nextPart(); part != null; part = reader.nextPart()) {
        String about = part.headers().get("Content-Disposition");
        String name = found(NAME, about);
        String fileName = found(FILE_NAME, about);
        if (parts.put(name, new Part(fileName, part.body().readUtf8())) != null) {
          throw new IllegalArgumentException("two parts with the name " + name);
        }
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
