package backchat.knowledge.language;

/**
 * One word of a message. Immutable.
 *
 * @param word as written, in lower case, accents folded; a part of an opened contraction
 * @param stem the form under which the word is compared
 * @param sentence number of its sentence in the message, from 0
 * @param clause number of its clause in the message, from 0
 * @param start where it begins in the message's text
 * @param end where it ends there; parts of an opened contraction share both
 */
public record Token(String word, String stem, int sentence, int clause, int start, int end) {}
