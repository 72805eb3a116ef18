package backchat.bot.conversation;

import java.util.Optional;

/**
 * Takes questions that found no sure answer to the moderators, if their askers choose so.
 * Thread-safe.
 */
public interface Sharing {
  /** Nothing is held and nothing is taken. */
  Sharing NONE =
      new Sharing() {
        @Override
        public Optional<String> hold(String question, Asker asker) {
          return Optional.empty();
        }

        @Override
        public Outcome share(String code, Asker asker) {
          return Outcome.GONE;
        }
      };

  /** What came of sharing. */
  enum Outcome {
    /** The moderators can read it, now or already. */
    SHARED,
    /** It is held no longer, or somebody else asked it. */
    GONE,
    /** It cannot be kept now; it is held still, so that the asker may try again. */
    FAILED
  }

  /**
   * Holds a question in memory for a while, so that its asker may share it.
   *
   * @return a code for {@link #share}; empty when questions cannot be shared
   */
  Optional<String> hold(String question, Asker asker);

  /** Hands a question to the moderators; however often, it is handed over once. */
  Outcome share(String code, Asker asker);
}
