package backchat.knowledge;

/**
 * What the current edition holds. Immutable.
 *
 * @param edition its number, from 1
 * @param hash SHA-256 of its content in hexadecimal
 * @param passages how many passages
 * @param phrasings how many questions and other phrasings in all
 * @param tables how many tables
 * @param rows how many rows of tables
 * @param redFlags how many red flags
 * @param sources how many sources
 */
public record Summary(
    int edition,
    String hash,
    int passages,
    int phrasings,
    int tables,
    int rows,
    int redFlags,
    int sources) {}
