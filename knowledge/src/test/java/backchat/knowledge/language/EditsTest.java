package backchat.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EditsTest {
  @Test
  void lettersPutInLeftOutChangedAndSwappedCountOnceEach() {
    assertThat(Edits.between("chest", "chest", 2)).isZero();
    assertThat(Edits.between("ab", "ba", 2)).isEqualTo(1);
    assertThat(Edits.between("kitten", "sitting", 3)).isEqualTo(3);
    assertThat(Edits.between("masage", "massage", 1)).isEqualTo(1);
    assertThat(Edits.between("massgae", "massage", 1)).isEqualTo(1);
  }

  @Test
  void beyondTheMostItIsOnlySaidToBeMore() {
    assertThat(Edits.between("kitten", "sitting", 1)).isGreaterThan(1);
    assertThat(Edits.between("back", "background", 2)).isGreaterThan(2);
    assertThat(Edits.between("", "abc", 2)).isGreaterThan(2);
  }
}
