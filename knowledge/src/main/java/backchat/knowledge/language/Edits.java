package backchat.knowledge.language;

/** Counts the slips between two words. Immutable. */
public final class Edits {
  private Edits() {}

  /**
   * How many letters have to be put in, left out or changed to make one word of another, a swap of
   * neighbours being one (optimal string alignment).
   *
   * @param most beyond it the count is not looked for
   * @return the count, or some number above {@code most}
   */
  public static int between(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      if (fill(a, b, i, before, last, row) > most) {
        return most + 1;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  /** Fills the row of one letter from the two rows before it; returns the least of it. */
  private static int fill(String a, String b, int i, int[] before, int[] last, int[] row) {
    row[0] = i;
    int least = i;
    for (int j = 1; j <= b.length(); j++) {
      int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
      row[j] = Math.min(last[j - 1] + same, 1 + Math.min(last[j], row[j - 1]));
      if (i > 1
          && j > 1
          && a.charAt(i - 1) == b.charAt(j - 2)
          && a.charAt(i - 2) == b.charAt(j - 1)) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      least = Math.min(least, row[j]);
    }
    return least;
  }
}
