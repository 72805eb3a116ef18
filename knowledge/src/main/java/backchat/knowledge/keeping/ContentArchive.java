package backchat.knowledge.keeping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A content folder as a zip file. Immutable. */
public final class ContentArchive {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ContentArchive() {}

  /**
   * How much an archive may hold. Immutable.
   *
   * @param files at most
   * @param fileBytes of one file at most, unpacked
   * @param bytes of all files together at most, unpacked
   */
  public record Limits(int files, int fileBytes, long bytes) {
    /** For what comes from a chat. */
    public static final Limits CHAT = new Limits(5_000, 2_000_000, 50_000_000);

    /** For what an operator hands over on the command line. */
    public static final Limits COMMAND_LINE = new Limits(65_000, 2_000_000, 1_000_000_000);
  }

  /** An archive that is not taken. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }
  }

  /** Writes files; the same files make the same bytes. Does not close the stream. */
  public static void write(SortedMap<String, byte[]> files, OutputStream out) throws IOException {
    write(files, "", out);
  }

  static void write(SortedMap<String, byte[]> files, String comment, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.setComment(comment);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(ALWAYS);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  /**
   * Reads an archive that may mean harm: nothing is written anywhere, and nothing is unpacked past
   * the limits, whatever the archive says of itself. A folder around all of the content is taken
   * off, and what archivers of desktops add is passed over.
   *
   * @throws Refused if it is broken, too large, or not just files below the content folder
   */
  public static SortedMap<String, byte[]> read(byte[] archive, Limits limits) throws Refused {
    Set<String> listed = CentralDirectory.names(archive, limits.files());
    SortedMap<String, byte[]> files = new TreeMap<>();
    Set<String> met = new HashSet<>();
    long left = limits.bytes();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!listed.contains(name) || !met.add(name)) {
          throw new Refused("its list of files is not what it holds; pack it again");
        }
        if (!entry.isDirectory()) {
          byte[] bytes = zip.readNBytes((int) Math.min(limits.fileBytes(), left) + 1);
          left -= bytes.length;
          if (bytes.length > limits.fileBytes() || left < 0) {
            throw new Refused(
                "it unpacks to too much: at most %,d bytes a file and %,d in all"
                    .formatted(limits.fileBytes(), limits.bytes()));
          }
          files.put(checked(name), bytes);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refused("it cannot be unpacked (" + reason(e) + "); pack it again");
    }
    if (met.size() != listed.size()) {
      throw new Refused("its list of files is not what it holds; pack it again");
    }
    return unwrapped(files);
  }

  private static String reason(Exception e) {
    return e instanceof ZipException && e.getMessage() != null
        ? e.getMessage().replaceAll("[^A-Za-z ]", "")
        : "broken";
  }

  private static String checked(String name) throws Refused {
    boolean plain =
        !name.contains("\\")
            && !name.contains(":")
            && name.length() <= 200
            && name.codePoints().noneMatch(Character::isISOControl);
    for (String part : name.split("/", -1)) {
      plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
    }
    if (!plain) {
      throw new Refused(
          "it holds a file whose path leads elsewhere or cannot be written: "
              + name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(60, name.length())));
    }
    return name;
  }

  private static SortedMap<String, byte[]> unwrapped(SortedMap<String, byte[]> all) throws Refused {
    SortedMap<String, byte[]> files = new TreeMap<>(all);
    files.keySet().removeIf(name -> name.startsWith("__MACOSX/") || hidden(name));
    if (files.isEmpty()) {
      throw new Refused("it is empty");
    }
    String first = files.firstKey();
    String around = first.substring(0, first.indexOf('/') + 1);
    boolean wrapped =
        !around.isEmpty()
            && files.containsKey(around + "sources.yaml")
            && files.keySet().stream().allMatch(name -> name.startsWith(around));
    SortedMap<String, byte[]> bare = new TreeMap<>();
    Set<String> lower = new HashSet<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = wrapped ? file.getKey().substring(around.length()) : file.getKey();
      if (!lower.add(name.toLowerCase(Locale.ROOT))) {
        throw new Refused("it holds two files whose names differ in capitals only: " + name);
      }
      bare.put(name, file.getValue());
    }
    return bare;
  }

  private static boolean hidden(String name) {
    return name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }
}
