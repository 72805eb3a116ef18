package backchat.knowledge.meaning;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors kept in a file between starts, by the text that they stand for. Confined to one thread.
 *
 * <p>The file is a cache: one that is missing, of another model or damaged is made anew. It is
 * replaced in one step, so that a crash leaves the old one or the new one.
 */
final class VectorFile {
  private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);

  private final String model;
  private final int dimensions;
  private final Optional<Path> file;

  VectorFile(String model, int dimensions, Optional<Path> file) {
    this.model = model;
    this.dimensions = dimensions;
    this.file = file;
  }

  /** The vectors of the texts: read where the file has them, else computed on all cores. */
  Map<String, byte[]> complete(Collection<String> texts, Function<String, byte[]> compute) {
    Set<String> wanted = new LinkedHashSet<>(texts);
    Map<String, byte[]> known = read();
    boolean same = known.keySet().equals(wanted);
    known.keySet().retainAll(wanted);
    List<String> missing = wanted.stream().filter(text -> !known.containsKey(text)).toList();
    if (missing.size() > 200) {
      LOG.info("computing the vectors of {} texts, once", missing.size());
    }
    Map<String, byte[]> fresh = new ConcurrentHashMap<>();
    missing.parallelStream().forEach(text -> fresh.put(text, compute.apply(text)));
    known.putAll(fresh);
    if (!same) {
      write(known);
    }
    return known;
  }

  private Map<String, byte[]> read() {
    Map<String, byte[]> vectors = new HashMap<>();
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return vectors;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16))) {
      if (!in.readUTF().equals(model) || in.readInt() != dimensions) {
        return vectors;
      }
      for (int left = in.readInt(); left > 0; left--) {
        String text = in.readUTF();
        byte[] vector = new byte[dimensions];
        in.readFully(vector);
        vectors.put(text, vector);
      }
    } catch (IOException e) {
      LOG.warn("the vectors in {} cannot be read and are made anew: {}", file.get(), e.toString());
      vectors.clear();
    }
    return vectors;
  }

  private void write(Map<String, byte[]> vectors) {
    if (file.isEmpty()) {
      return;
    }
    Path target = file.get().toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      // with the rights that files of this user have: another user may take it over
      Path aside = target.resolveSibling("vectors-" + UUID.randomUUID() + ".part");
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside), 1 << 16))) {
        out.writeUTF(model);
        out.writeInt(dimensions);
        out.writeInt(vectors.size());
        for (Map.Entry<String, byte[]> vector : vectors.entrySet()) {
          out.writeUTF(vector.getKey());
          out.write(vector.getValue());
        }
      }
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("vectors cannot be kept in {}: {}", target, e.toString());
    }
  }
}
