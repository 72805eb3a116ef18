package backchat.knowledge.index;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.LeafReader;

/**
 * Sentence vectors, read out of Lucene's index once and compared one by one, which is exact.
 * Immutable and thread-safe.
 *
 * <p>They lie in blocks, and in a block dimension by dimension, so that a processor compares many
 * at once. Their numbers and so all sums are whole and at most 2^24, which single floats hold
 * exactly: the same on every processor.
 */
final class Vectors {
  /** Vectors in a block, whose sums stay in the nearest cache. */
  private static final int BLOCK = 256;

  /** Dimensions taken at once. */
  private static final int STEP = 2;

  /** With more of them a sum might not be exact. */
  private static final int MOST_DIMENSIONS = (1 << 24) / (128 * 128);

  private final int dimensions;
  private final double[] scales;
  private final byte[][] blocks;

  private Vectors(int dimensions, double[] scales, byte[][] blocks) {
    this.dimensions = dimensions;
    this.scales = scales;
    this.blocks = blocks;
  }

  /** What {@link #write} wrote. */
  static Vectors read(ByteBuffer in) {
    int dimensions = in.getInt();
    double[] scales = CatalogueFile.doubles(in);
    byte[][] blocks = blocks(scales.length, dimensions);
    for (byte[] block : blocks) {
      in.get(block);
    }
    return new Vectors(dimensions, scales, blocks);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(dimensions);
    CatalogueFile.doubles(scales, out);
    for (byte[] block : blocks) {
      out.write(block);
    }
  }

  private static byte[][] blocks(int vectors, int dimensions) {
    return new byte[(vectors + BLOCK - 1) / BLOCK][dimensions * BLOCK];
  }

  private Vectors(ByteVectorValues values) throws IOException {
    dimensions = values.dimension();
    if (dimensions % STEP != 0 || dimensions > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("vectors of " + dimensions + " dimensions");
    }
    scales = new double[values.size()];
    blocks = blocks(scales.length, dimensions);
    for (int i = 0; i < scales.length; i++) {
      byte[] vector = values.vectorValue(i);
      scales[i] = scale(vector);
      byte[] block = blocks[i / BLOCK];
      for (int dimension = 0; dimension < dimensions; dimension++) {
        block[dimension * BLOCK + i % BLOCK] = vector[dimension];
      }
    }
  }

  /** The vectors of a field in the order of documents; empty when none has it. */
  static Optional<Vectors> of(LeafReader reader, String field) throws IOException {
    ByteVectorValues values = reader.getByteVectorValues(field);
    return values == null ? Optional.empty() : Optional.of(new Vectors(values));
  }

  /** 1 by the length. */
  private static double scale(byte[] vector) {
    int square = 0;
    for (byte value : vector) {
      square += value * value;
    }
    return 1 / Math.sqrt(square);
  }

  /** The cosine of each with one. */
  double[] cosines(byte[] vector) {
    double scale = scale(vector);
    double[] cosines = new double[scales.length];
    float[] sums = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      Arrays.fill(sums, 0);
      for (int dimension = 0; dimension < dimensions; dimension += STEP) {
        add(sums, blocks[block], dimension, vector);
      }
      int first = block * BLOCK;
      for (int i = 0; i < BLOCK && first + i < cosines.length; i++) {
        cosines[first + i] = sums[i] * scale * scales[first + i];
      }
    }
    return cosines;
  }

  /** Sums of whole numbers in floats: the compiler turns these, unlike ints, into wide steps. */
  private static void add(float[] sums, byte[] block, int dimension, byte[] vector) {
    float a = vector[dimension];
    float b = vector[dimension + 1];
    int at = dimension * BLOCK;
    for (int i = 0; i < BLOCK; i++) {
      sums[i] = sums[i] + a * block[at + i] + b * block[at + BLOCK + i];
    }
  }
}
