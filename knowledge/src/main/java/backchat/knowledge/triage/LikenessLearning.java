package backchat.knowledge.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns a {@link Likeness}: logistic regression over features by AdaGrad (Duchi, Hazan and Singer
 * 2011), and which features go with which kind of danger by their odds. Confined to one thread; the
 * same examples in the same order give the same numbers on every machine.
 */
final class LikenessLearning {
  private static final int ROUNDS = 10;
  private static final double STEP = 0.5;
  private static final double DECAY = 1e-4;

  /** With fewer examples there is nothing to learn. */
  private static final int FEWEST = 100;

  private final List<int[]> texts = new ArrayList<>();
  private final List<Integer> kinds = new ArrayList<>();
  private final double[] weights = new double[Features.RANGE];
  private final double[] squares = new double[Features.RANGE];
  private double bias;
  private double biasSquares = 1e-8;
  private int examples;

  /**
   * @param kind number of the kind of danger, or -1 for a text that is no danger
   */
  void add(List<int[]> windows, int kind) {
    for (int[] window : windows) {
      texts.add(window);
      kinds.add(kind);
    }
    examples += kind >= 0 ? 1 : 0;
  }

  Likeness learn(int size) {
    if (examples < FEWEST) {
      return Likeness.NONE;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      order.add(i);
    }
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      order.forEach(this::step);
    }
    float[] learnt = new float[weights.length];
    for (int i = 0; i < learnt.length; i++) {
      learnt[i] = (float) weights[i];
    }
    int[] places = places();
    return new Likeness(learnt, (float) bias, places, votes(places, size));
  }

  private void step(int at) {
    int[] features = texts.get(at);
    if (features.length == 0) {
      return;
    }
    double norm = Math.sqrt(features.length);
    double sum = 0;
    for (int feature : features) {
      sum += weights[feature];
    }
    double odds = Math.clamp(bias + sum / norm, -30.0, 30.0);
    double error = 1 / (1 + StrictMath.exp(-odds)) - (kinds.get(at) >= 0 ? 1 : 0);
    for (int feature : features) {
      double slope = error / norm + DECAY * weights[feature];
      squares[feature] += slope * slope + 1e-12;
      weights[feature] -= STEP * slope / Math.sqrt(squares[feature] + 1e-8);
    }
    biasSquares += error * error;
    bias -= STEP * error / Math.sqrt(biasSquares);
  }

  /** Numbers the single stems and concepts of examples. */
  private int[] places() {
    int[] places = new int[Features.SINGLES];
    Arrays.fill(places, -1);
    int count = 0;
    for (int i = 0; i < texts.size(); i++) {
      for (int feature : singles(i)) {
        if (places[feature] < 0) {
          places[feature] = count++;
        }
      }
    }
    return places;
  }

  /** The single stems and concepts of an example; none of what is no danger. */
  private int[] singles(int at) {
    int[] features = texts.get(at);
    int count = 0;
    while (kinds.get(at) >= 0 && count < features.length && features[count] < Features.SINGLES) {
      count++;
    }
    return Arrays.copyOf(features, count);
  }

  /**
   * For each single stem or concept of an example the logarithm of how often it comes with each
   * kind.
   */
  private float[] votes(int[] places, int size) {
    float[] votes = new float[(Arrays.stream(places).max().orElse(-1) + 1) * size];
    double[] totals = new double[size];
    for (int i = 0; i < texts.size(); i++) {
      for (int feature : singles(i)) {
        votes[places[feature] * size + kinds.get(i)]++;
        totals[kinds.get(i)]++;
      }
    }
    for (int i = 0; i < votes.length; i++) {
      votes[i] =
          (float) (StrictMath.log(votes[i] + 0.1) - StrictMath.log(totals[i % size] + 1_000));
    }
    return votes;
  }
}
