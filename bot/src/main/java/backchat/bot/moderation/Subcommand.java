package backchat.bot.moderation;

/**
 * One thing that a moderator can do. Immutable.
 *
 * @param name the word after {@code /kb}: 1 to 32 of {@code [a-z0-9]}
 * @param description 3 to 100 characters
 * @param argument what stands after the name; empty when it takes nothing
 * @param file whether a file comes with it
 * @param run does it; thread-safe, and may take seconds
 */
public record Subcommand(String name, String description, String argument, boolean file, Run run) {
  /** A subcommand that takes no file. */
  public Subcommand(String name, String description, String argument, Run run) {
    this(name, description, argument, false, run);
  }

  /** What a subcommand does. */
  @FunctionalInterface
  public interface Run {
    /** Does it; never null. */
    Outcome run(Act act);
  }
}
