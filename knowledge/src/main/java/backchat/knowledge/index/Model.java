package backchat.knowledge.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The learned weights: of the measures, of the two confidences and their thresholds. Immutable.
 *
 * <p>They stand in {@code weights.properties} beside this class, written by {@code ./backchat
 * learn}, with the data that set them.
 *
 * @param measures weights of the measures; the softmax of the scores that they give says which
 *     passage it is, if any
 * @param first the probability that the first passage answers the message
 * @param any the probability that one of the first three does
 * @param found from this probability of {@code first} on a passage is given as the answer
 * @param offered from this probability of {@code any} on the best passages are offered
 */
public record Model(double[] measures, Logistic first, Logistic any, double found, double offered) {
  private static final String FILE = "weights.properties";

  /** More than rounding makes of a score. */
  private static final double ROUNDING = 0.1;

  /**
   * The weights that come with the program.
   *
   * @param meaning for words with meaning, or for words alone
   */
  static Model load(boolean meaning) {
    Properties properties = new Properties();
    try (InputStream in = Model.class.getResourceAsStream(FILE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
    String kind = meaning ? "meaning." : "words.";
    double[] first = numbers(properties, kind + "first");
    double[] any = numbers(properties, kind + "any");
    return new Model(
        numbers(properties, kind + "measures"),
        new Logistic(first[0], Arrays.copyOfRange(first, 1, first.length)),
        new Logistic(any[0], Arrays.copyOfRange(any, 1, any.length)),
        numbers(properties, kind + "found")[0],
        numbers(properties, kind + "offered")[0]);
  }

  private static double[] numbers(Properties properties, String key) {
    return Arrays.stream(properties.getProperty(key).split(","))
        .mapToDouble(number -> Double.parseDouble(number.strip()))
        .toArray();
  }

  /** More than the measures of meaning can ever bring one passage before another. */
  double mostByMeaning() {
    double most = ROUNDING;
    for (int measure = Features.WORDS.size(); measure < measures.length; measure++) {
      most += Math.abs(measures[measure]) * (1 - Features.lowest(measure));
    }
    return most;
  }

  /**
   * Whether a passage that is asked in the very words of one of its questions always comes before
   * those that are not, whatever else they have in common with the message.
   */
  boolean veryWordsDecide() {
    double least = Features.VERY_WORDS;
    double most = 0;
    for (int measure = 0; measure < measures.length; measure++) {
      double weight = measures[measure];
      double lowest = Features.lowest(measure);
      least += Math.min(weight, weight * Features.lowestInVeryWords(measure));
      most += Math.max(weight, weight * lowest);
    }
    return least > most + ROUNDING;
  }

  /** The lines of the weights' file for this model. */
  public String lines(boolean meaning) {
    String kind = meaning ? "meaning." : "words.";
    return kind
        + "measures="
        + text(measures)
        + "\n"
        + kind
        + "first="
        + first.bias()
        + ", "
        + text(first.weights())
        + "\n"
        + kind
        + "any="
        + any.bias()
        + ", "
        + text(any.weights())
        + "\n"
        + kind
        + "found="
        + found
        + "\n"
        + kind
        + "offered="
        + offered
        + "\n";
  }

  private static String text(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(", "));
  }
}
