package backchat.knowledge.language;

/** Counts the slips between two words. Immutable. */
public final class Edits {
  private Edits() {}

  /**
   * How many letters have to be put in, left out or changed to make one word of another, a swap of
   * neighbours being one (optimal string alignment).
   *
   * @param most beyond it the count is not looked for; small, since each one more takes four times
   *     as long
   * @return the count, or some number above {@code most}
   */
  public static int between(String a, String b, int most) {
    return between(a, 0, b, 0, most);
  }

  /** The same from a position on in each; what is equal at the beginning is no slip. */
  private static int between(String a, int fromA, String b, int fromB, int most) {
    if (Math.abs(a.length() - fromA - (b.length() - fromB)) > most) {
      return most + 1;
    }
    int i = fromA;
    int j = fromB;
    while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
      i++;
      j++;
    }
    if (i == a.length() || j == b.length()) {
      return a.length() - i + b.length() - j;
    }
    if (most == 0) {
      return 1;
    }
    int changed = between(a, i + 1, b, j + 1, most - 1);
    int leftOut = between(a, i + 1, b, j, most - 1);
    int putIn = between(a, i, b, j + 1, most - 1);
    int least = Math.min(changed, Math.min(leftOut, putIn));
    if (areSwapped(a, i, b, j)) {
      least = Math.min(least, between(a, i + 2, b, j + 2, most - 1));
    }
    return 1 + least;
  }

  private static boolean areSwapped(String a, int i, String b, int j) {
    return i + 1 < a.length()
        && j + 1 < b.length()
        && a.charAt(i) == b.charAt(j + 1)
        && a.charAt(i + 1) == b.charAt(j);
  }
}
