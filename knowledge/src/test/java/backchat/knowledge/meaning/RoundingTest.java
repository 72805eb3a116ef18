package backchat.knowledge.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Vectors in whole numbers. */
final class RoundingTest {
  @Test
  void theGreatestNumberIsAsGreatAsItCanBe() {
    assertThat(Meaning.rounded(new float[] {0.1f, -0.2f, 0, 0.05f}))
        .containsExactly(64, -127, 0, 32);
  }

  @Test
  void theDirectionStaysTheSame() {
    Random random = new Random(1);
    float[] vector = new float[Meaning.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    byte[] rounded = Meaning.rounded(vector);
    double product = 0;
    double square = 0;
    double roundedSquare = 0;
    for (int i = 0; i < vector.length; i++) {
      product += vector[i] * rounded[i];
      square += vector[i] * vector[i];
      roundedSquare += rounded[i] * rounded[i];
    }
    assertThat(product / Math.sqrt(square * roundedSquare)).isEqualTo(1, within(1e-4));
  }
}
