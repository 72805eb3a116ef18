package backchat.knowledge.index;

/**
 * How like a message is to questions that no passage answers. Immutable.
 *
 * @param words cosine of the words with the most alike, 0 to 1
 * @param meaning cosine of the vectors with the most alike; 0 without vectors
 * @param three mean of the three greatest such cosines
 */
public record OffTopic(double words, double meaning, double three) {}
