package backchat.bot.conversation;

import java.util.List;

/**
 * Who sent a request. Immutable.
 *
 * @param platform where: {@code telegram}, {@code discord} or {@code terminal}
 * @param id of the person there; never logged, and kept for moderators' acts only
 * @param moderator whether the operator gave this person the right to change the knowledge
 * @param names by which the platform shows this person, to be taken out of what is shared; never
 *     logged or kept
 */
public record Asker(String platform, String id, boolean moderator, List<String> names) {
  /** Whoever sits at the program's own terminal. */
  public static final Asker OPERATOR = new Asker("terminal", "operator", true);

  /** Copies the names. */
  public Asker {
    names = List.copyOf(names);
  }

  /** Somebody whose names are not known. */
  public Asker(String platform, String id, boolean moderator) {
    this(platform, id, moderator, List.of());
  }

  /** Opaque, the same for the same person on the same platform; never logged or kept. */
  public String key() {
    return platform + " " + id;
  }

  /** Says nothing of the person, so that no log can. */
  @Override
  public String toString() {
    return moderator ? "a moderator" : "an asker";
  }
}
