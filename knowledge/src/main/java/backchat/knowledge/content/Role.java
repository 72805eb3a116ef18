package backchat.knowledge.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Concepts with a part of their own in reading a message: they say which other concepts count.
 * Immutable. Each is an ordinary concept of concepts.yaml under the name given by {@link #word}.
 */
public enum Role {
  /** Denies what follows: "no", "never", "without". */
  DENIAL,
  /** Looks like a denial and denies nothing: "not sure", "not only". */
  NOT_A_DENIAL,
  /** Denies what stands before it in the clause: "ruled out". */
  DENIED_AFTER,
  /** Ends the reach of a denial: "because", "just". */
  DENIAL_ENDS,
  /** Puts its part of the sentence into the past: "years ago". */
  LONG_AGO,
  /** Says that it is over: "healed", "back to normal". */
  SETTLED,
  /** Says that it goes on or is new: "since yesterday", "again". */
  CURRENT,
  /** Begins a question for information: "what are the signs of". */
  ASKING,
  /** Begins what might be: "what if", "to avoid". */
  SUPPOSING,
  /** Says that the whole message is a general question. */
  IN_GENERAL,
  /** Words of another meaning: "numb with boredom". */
  FIGURE_OF_SPEECH,
  /** Names concepts that stay true however long ago: "{had-cancer}". */
  STAYS_TRUE,
  /** Names concepts that count in a general question too: "{suicide}". */
  COUNTS_IN_QUESTIONS,
  /** Names concepts that are true of nobody in particular: "{suddenly}". */
  OF_NOBODY,
  /** The asker: "i", "my". */
  ONESELF,
  /** Somebody else: "my mum", "he". */
  ANOTHER_PERSON,
  /** Words that may stand between the words of any term: "the", "really". */
  FILLER,
  /** Rare words that must not be read as misspelt words of a concept. */
  RIGHTLY_SPELT;

  /** The name of the concept: the role in lower case with hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether its terms name concepts to be treated in a certain way, rather than words. */
  public boolean listsConcepts() {
    return this == STAYS_TRUE || this == COUNTS_IN_QUESTIONS || this == OF_NOBODY;
  }

  /** All roles by their names. */
  public static Map<String, Role> byWord() {
    return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::word, role -> role));
  }
}
