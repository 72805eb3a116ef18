package backchat.knowledge.index;

import java.util.Arrays;
import java.util.List;

/**
 * Sentence vectors, compared one by one, which is exact. Immutable and thread-safe.
 *
 * <p>They lie in blocks, and in a block dimension by dimension, so that a processor compares many
 * at once; each sum runs over the dimensions in order, so that it is the same on every processor.
 */
final class Vectors {
  /** Vectors in a block, whose sums stay in the nearest cache. */
  private static final int BLOCK = 256;

  /** Dimensions taken at once. */
  private static final int STEP = 4;

  private final int count;
  private final int dimensions;
  private final float[][] blocks;

  /**
   * @param vectors of one length, which is a multiple of four
   */
  Vectors(List<float[]> vectors) {
    count = vectors.size();
    dimensions = count == 0 ? 0 : vectors.getFirst().length;
    blocks = new float[(count + BLOCK - 1) / BLOCK][dimensions * BLOCK];
    for (int i = 0; i < count; i++) {
      float[] block = blocks[i / BLOCK];
      for (int dimension = 0; dimension < dimensions; dimension++) {
        block[dimension * BLOCK + i % BLOCK] = vectors.get(i)[dimension];
      }
    }
  }

  /** The cosine of each with one, all of length 1. */
  double[] cosines(float[] vector) {
    double[] cosines = new double[count];
    float[] sums = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      Arrays.fill(sums, 0);
      for (int dimension = 0; dimension < dimensions; dimension += STEP) {
        add(sums, blocks[block], dimension, vector);
      }
      int first = block * BLOCK;
      for (int i = 0; i < BLOCK && first + i < count; i++) {
        cosines[first + i] = sums[i];
      }
    }
    return cosines;
  }

  private static void add(float[] sums, float[] block, int dimension, float[] vector) {
    float a = vector[dimension];
    float b = vector[dimension + 1];
    float c = vector[dimension + 2];
    float d = vector[dimension + 3];
    int at = dimension * BLOCK;
    for (int i = 0; i < BLOCK; i++) {
      sums[i] =
          sums[i]
              + a * block[at + i]
              + b * block[at + BLOCK + i]
              + c * block[at + 2 * BLOCK + i]
              + d * block[at + 3 * BLOCK + i];
    }
  }
}
