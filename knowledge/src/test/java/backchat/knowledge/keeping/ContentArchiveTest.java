package backchat.knowledge.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives there and back, and the archives that are refused. */
final class ContentArchiveTest {
  private static final ContentArchive.Limits LIMITS = new ContentArchive.Limits(10, 1_000, 3_000);

  private static byte[] zip(String... names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : names) {
      files.put(name, name.endsWith("/") ? new byte[0] : "text".getBytes());
    }
    return zip(files);
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  /**
   * With other bytes in the list of files at the end, counted from where its first entry begins.
   */
  private static byte[] with(byte[] archive, int offset, int... bytes) {
    byte[] changed = archive.clone();
    int entry = 0;
    while (changed[entry] != 'P' || changed[entry + 1] != 'K' || changed[entry + 2] != 1) {
      entry++;
    }
    for (int i = 0; i < bytes.length; i++) {
      changed[entry + offset + i] = (byte) bytes[i];
    }
    return changed;
  }

  private static Map<String, byte[]> malicious() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("a path upwards", zip("../outside.md"));
    all.put("a path upwards, further in", zip("entries/../../outside.md"));
    all.put("a path from the root", zip("/etc/cron.d/job"));
    all.put("a path with a drive", zip("c:/outside.md"));
    all.put("a path with backslashes", zip("..\\outside.md"));
    all.put("a path with an empty part", zip("entries//x.md"));
    all.put("a name with a line break", zip("entries/a\nb.md"));
    all.put("a very long name", zip("entries/" + "x".repeat(300)));
    all.put("names that differ in capitals", zip("entries/a/b.md", "entries/a/B.md"));
    all.put(
        "too many files",
        zip(IntStream.range(0, 11).mapToObj(i -> "f" + i).toArray(String[]::new)));
    all.put("a bomb in one file", zip(Map.of("bomb.md", new byte[50_000_000])));
    Map<String, byte[]> many = new TreeMap<>();
    IntStream.range(0, 9).forEach(i -> many.put("f" + i, new byte[900]));
    all.put("a bomb in many files", zip(many));
    byte[] plain = zip("a.md", "b.md");
    all.put("a symbolic link", with(with(plain, 5, 3), 40, 0xFF, 0xA1));
    all.put("a device", with(with(plain, 5, 3), 40, 0xFF, 0x61));
    all.put("a password", with(plain, 8, 1, 0));
    all.put("a list with another name", with(plain, 46, 'x'));
    all.put("one name twice", with(plain, 46 + 4 + 46, 'a'));
    all.put("the end cut off", Arrays.copyOf(plain, plain.length - 30));
    all.put("the middle broken", broken());
    all.put("no archive", "just text".getBytes());
    all.put("nothing", new byte[0]);
    all.put("an empty archive", zip());
    all.put("folders only", zip("entries/", "entries/a/"));
    return all;
  }

  private static byte[] broken() {
    byte[] archive = zip(Map.of("a.md", "some text that is packed".repeat(20).getBytes()));
    Arrays.fill(archive, 40, 50, (byte) 0xFF);
    return archive;
  }

  @Test
  void maliciousArchivesAreRefused() {
    malicious()
        .forEach(
            (what, archive) ->
                assertThatThrownBy(() -> ContentArchive.read(archive, LIMITS))
                    .as(what)
                    .isInstanceOf(ContentArchive.Refused.class));
  }

  @Test
  void aPlainArchiveIsTaken() throws Exception {
    assertThat(ContentArchive.read(zip("a.md", "b.md"), LIMITS)).containsOnlyKeys("a.md", "b.md");
  }

  @Test
  void theFolderAroundItAndWhatDesktopsAddAreTakenOff() throws Exception {
    byte[] archive =
        zip(
            "content/",
            "content/sources.yaml",
            "content/entries/a/b.md",
            "content/.DS_Store",
            "__MACOSX/content/._sources.yaml");
    assertThat(ContentArchive.read(archive, LIMITS))
        .containsOnlyKeys("sources.yaml", "entries/a/b.md");
  }

  @Test
  void thereAndBackIsTheSameByteForByte() throws Exception {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("sources.yaml", "sources: []\n".getBytes());
    files.put("entries/a/b.md", "ä\n".getBytes());
    byte[] once = written(files);
    SortedMap<String, byte[]> read = ContentArchive.read(once, LIMITS);
    assertThat(read.keySet()).isEqualTo(files.keySet());
    assertThat(written(read)).isEqualTo(once);
  }

  private static byte[] written(SortedMap<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContentArchive.write(files, out);
    return out.toByteArray();
  }
}
