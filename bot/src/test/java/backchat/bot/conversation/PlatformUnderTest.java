package backchat.bot.conversation;

import backchat.knowledge.Knowledge;
import java.util.List;

/**
 * A platform with people in front of it, as the scenarios that every platform must pass see it: the
 * real adapter against a test server on the wire. Confined to one thread.
 */
public interface PlatformUnderTest extends AutoCloseable {
  /**
   * Something that people see the bot say: a new message, or a message that it changed. Immutable.
   *
   * @param place {@code private NAME} or {@code group}
   * @param lines plain text without markup, blank lines left out
   * @param buttons labels in order
   * @param handle by which the platform under test knows the message again
   */
  record Seen(String place, List<String> lines, List<String> buttons, String handle) {
    /** Copies the lists. */
    public Seen {
      lines = List.copyOf(lines);
      buttons = List.copyOf(buttons);
    }

    /** All lines in one string. */
    public String text() {
      return String.join("\n", lines);
    }

    /** The first button whose label begins so. */
    public String button(String beginning) {
      return buttons.stream()
          .filter(label -> label.startsWith(beginning))
          .findFirst()
          .orElseThrow(() -> new AssertionError(beginning + " is none of " + buttons));
    }
  }

  /** Somebody writes to the bot alone. */
  void privately(String user, String text);

  /** Somebody uses a command in the place where they are alone with the bot. */
  void command(String user, String name, String argument);

  /** Somebody writes in the one group, not to the bot. */
  void chatter(String user, String text);

  /** Somebody asks the bot in the one group, the way this platform has for it. */
  void inGroup(String user, String text);

  /** Somebody presses the first button with that label on something that was seen. */
  void press(String user, Seen on, String label);

  /**
   * The next thing that the bot shows, in the order of its showing; fails when nothing comes within
   * ten seconds.
   */
  Seen next();

  /**
   * Waits until all that was sent has been taken in and nothing is in hand, at most ten seconds,
   * and returns what was seen and not asked for with {@link #next} yet.
   */
  List<Seen> rest();

  /** The bound on the work in hand. */
  Work work();

  /** Stops the adapter and starts another over these commands; people and buttons stay. */
  void restart(Commands commands, Knowledge knowledge);

  @Override
  void close();
}
