package backchat.knowledge.index;

import backchat.knowledge.keeping.KeptFile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What was read out of an edition's index, kept in a file between starts, since writing an index
 * and reading it out takes longer than all else of a start. Every number comes back bit for bit.
 */
final class CatalogueFile {
  private CatalogueFile() {}

  /** What the file holds under its key, else what is made now, which is then kept. */
  static Catalogue get(KeptFile file, Supplier<Catalogue> make) {
    return file.read()
        .map(CatalogueFile::catalogue)
        .orElseGet(
            () -> {
              Catalogue made = make.get();
              file.write(bytes(made));
              return made;
            });
  }

  static byte[] bytes(Catalogue catalogue) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      catalogue.rarity().write(out);
      ints(catalogue.firstForms(), out);
      doubles(catalogue.scales(), out);
      catalogue.forms().write(out);
      catalogue.whole().write(out);
      Map<String, Integer> words = new TreeMap<>(catalogue.words());
      text(String.join("\n", words.keySet()), out);
      ints(words.values().stream().mapToInt(Integer::intValue).toArray(), out);
      perhaps(catalogue.formVectors(), out);
      perhaps(catalogue.answerVectors(), out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  static Catalogue catalogue(ByteBuffer in) {
    return new Catalogue(
        Rarity.read(in),
        ints(in),
        doubles(in),
        Postings.read(in),
        Postings.read(in),
        words(text(in).split("\n"), ints(in)),
        perhaps(in),
        perhaps(in));
  }

  private static Map<String, Integer> words(String[] words, int[] passages) {
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < passages.length; i++) {
      all.put(words[i], passages[i]);
    }
    return all;
  }

  private static void perhaps(Optional<Vectors> vectors, DataOutputStream out) throws IOException {
    out.writeBoolean(vectors.isPresent());
    if (vectors.isPresent()) {
      vectors.get().write(out);
    }
  }

  private static Optional<Vectors> perhaps(ByteBuffer in) {
    return in.get() == 0 ? Optional.empty() : Optional.of(Vectors.read(in));
  }

  static void text(String text, DataOutputStream out) throws IOException {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(all.length);
    out.write(all);
  }

  static String text(ByteBuffer in) {
    byte[] all = new byte[in.getInt()];
    in.get(all);
    return new String(all, StandardCharsets.UTF_8);
  }

  static void ints(int[] numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.length);
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    out.write(bytes.array());
  }

  static int[] ints(ByteBuffer in) {
    int[] numbers = new int[in.getInt()];
    in.asIntBuffer().get(numbers);
    in.position(in.position() + numbers.length * Integer.BYTES);
    return numbers;
  }

  static void doubles(double[] numbers, DataOutputStream out) throws IOException {
    out.writeInt(numbers.length);
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    bytes.asDoubleBuffer().put(numbers);
    out.write(bytes.array());
  }

  static double[] doubles(ByteBuffer in) {
    double[] numbers = new double[in.getInt()];
    in.asDoubleBuffer().get(numbers);
    in.position(in.position() + numbers.length * Double.BYTES);
    return numbers;
  }

  /** Several lists of numbers as their lengths and all numbers. */
  static void lists(int[][] lists, DataOutputStream out) throws IOException {
    ints(Arrays.stream(lists).mapToInt(list -> list.length).toArray(), out);
    ints(Arrays.stream(lists).flatMapToInt(Arrays::stream).toArray(), out);
  }

  static int[][] lists(ByteBuffer in) {
    int[] lengths = ints(in);
    int[] all = ints(in);
    int[][] lists = new int[lengths.length][];
    int from = 0;
    for (int i = 0; i < lengths.length; i++) {
      lists[i] = Arrays.copyOfRange(all, from, from + lengths[i]);
      from += lengths[i];
    }
    return lists;
  }
}
