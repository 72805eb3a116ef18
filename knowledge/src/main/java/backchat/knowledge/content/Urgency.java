package backchat.knowledge.content;

import java.util.Locale;

/** How soon a red flag asks for help, most urgent first. Immutable. */
public enum Urgency {
  /** Call the local emergency number or go to an emergency department at once. */
  EMERGENCY_NOW,
  /** Speak to a doctor, an urgent-care service or a health line today. */
  SAME_DAY,
  /** Book an appointment within days. */
  SEE_DOCTOR_SOON;

  /** The word that content files use: the name in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The next more urgent level; the most urgent stays as it is. */
  public Urgency raised() {
    return values()[Math.max(0, ordinal() - 1)];
  }

  /**
   * @param word as written in a content file, already checked against the format
   * @throws IllegalArgumentException if no level has that word
   */
  static Urgency of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
