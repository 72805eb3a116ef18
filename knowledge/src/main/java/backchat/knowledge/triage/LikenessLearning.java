package backchat.knowledge.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns a {@link Likeness}: logistic regression over features by AdaGrad (Duchi, Hazan and Singer
 * 2011), and which features go with which kind of danger by their odds. Confined to one thread; the
 * same examples in the same order give the same numbers.
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
    return new Likeness(learnt, (float) bias, votes(size));
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
    double error = 1 / (1 + Math.exp(-odds)) - (kinds.get(at) >= 0 ? 1 : 0);
    for (int feature : features) {
      double slope = error / norm + DECAY * weights[feature];
      squares[feature] += slope * slope + 1e-12;
      weights[feature] -= STEP * slope / Math.sqrt(squares[feature] + 1e-8);
    }
    biasSquares += error * error;
    bias -= STEP * error / Math.sqrt(biasSquares);
  }

  /**
   * For each single stem or concept of an example the logarithm of how often it comes with each
   * kind.
   */
  private Map<Integer, float[]> votes(int size) {
    Map<Integer, float[]> votes = new HashMap<>();
    double[] totals = new double[size];
    for (int i = 0; i < texts.size(); i++) {
      int kind = kinds.get(i);
      if (kind >= 0) {
        for (int feature : texts.get(i)) {
          if (feature >= Features.SINGLES) {
            break;
          }
          votes.computeIfAbsent(feature, f -> new float[size])[kind]++;
          totals[kind]++;
        }
      }
    }
    for (float[] counts : votes.values()) {
      for (int i = 0; i < size; i++) {
        counts[i] = (float) (Math.log(counts[i] + 0.1) - Math.log(totals[i] + 1_000));
      }
    }
    return votes;
  }
}
