package backchat.bot.conversation;

import java.util.List;

/**
 * Something that the bot can be told to do. Platforms translate the list of commands into their
 * menus. Immutable.
 *
 * @param name 1 to 32 of {@code [a-z0-9_]}, which every platform accepts
 * @param description 3 to 100 characters
 * @param argument what stands after the name; empty when the command takes nothing
 * @param audience who may use it
 * @param parts subcommands, whose name is then the first word of the argument; possibly none
 * @param run answers a request; thread-safe
 */
public record Command(
    String name,
    String description,
    String argument,
    Audience audience,
    List<Part> parts,
    Run run) {
  /** Checks name and description against what every platform accepts. */
  public Command {
    parts = List.copyOf(parts);
    if (!name.matches("[a-z0-9_]{1,32}")) {
      throw new IllegalArgumentException("a command's name is 1-32 of [a-z0-9_]: " + name);
    }
    if (description.length() < 3 || description.length() > 100) {
      throw new IllegalArgumentException("a description has 3-100 characters: " + description);
    }
  }

  /** A command for everybody. */
  static Command open(String name, String description, String argument, Run run) {
    return new Command(name, description, argument, Audience.EVERYBODY, List.of(), run);
  }

  /**
   * A subcommand. Immutable.
   *
   * @param name 1 to 32 of {@code [a-z0-9_]}
   * @param description 3 to 100 characters
   * @param argument what stands after the name; empty when it takes nothing
   * @param file whether a file comes with it; the argument may then be left out
   */
  public record Part(String name, String description, String argument, boolean file) {}

  /** Who may use a command. Immutable. */
  public enum Audience {
    /** Whoever writes to the bot. */
    EVERYBODY,
    /** Those to whom the operator gave the right to change the knowledge. */
    MODERATORS;

    /** Whether somebody is part of it. */
    public boolean includes(Asker asker) {
      return this == EVERYBODY || asker.moderator();
    }
  }

  /** What a command does. */
  @FunctionalInterface
  public interface Run {
    /** The reply to a request; never null. */
    Reply reply(Request request);
  }
}
