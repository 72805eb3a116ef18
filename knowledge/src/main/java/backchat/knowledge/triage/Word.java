package backchat.knowledge.triage;

/**
 * One word of a message as triage reads it: numbers cut off units, misspellings repaired.
 * Immutable.
 *
 * @param word in lower case
 * @param stem the form under which it is compared
 * @param number its value, or -1 if it is no number
 * @param sentence number of its sentence, from 0
 * @param clause number of its clause, from 0
 */
record Word(String word, String stem, int number, int sentence, int clause) {}
