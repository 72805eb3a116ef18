package backchat.bot.config;

import java.util.List;

/** Settings with mistakes in them. Immutable. */
public final class BrokenConfig extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * @param problems every mistake, one a line
   */
  public BrokenConfig(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Every mistake, each in words that say what to write instead. */
  public List<String> problems() {
    return problems;
  }
}
