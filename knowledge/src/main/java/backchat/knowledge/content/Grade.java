package backchat.knowledge.content;

import java.util.Locale;

/** How strong the evidence behind a passage is, strongest first. Immutable. */
public enum Grade {
  /** Recommended in, or stated by, a clinical guideline or an official health service. */
  GUIDELINE,
  /** Reported by a controlled study, a cohort study or a systematic review. */
  TRIAL,
  /** The view of a clinician or professional body, without a study behind it. */
  EXPERT,
  /** An unverified statement from a commercial or promotional source. */
  CLAIM,
  /** A concept of traditional practice that science has not confirmed. */
  TRADITION;

  /** The word that content files use: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param word as written in a content file, already checked against the format
   * @throws IllegalArgumentException if no grade has that word
   */
  static Grade of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
