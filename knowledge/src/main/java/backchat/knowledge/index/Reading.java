package backchat.knowledge.index;

/**
 * A text as it is searched for. Immutable; the vector is not to be written to.
 *
 * @param query its words
 * @param vector its meaning, or null for words alone
 */
record Reading(Query query, byte[] vector) {}
