/**
 * Passages to ranked matches: builds a Lucene index of words and sentence vectors on the heap and
 * scores passages against an analysed message.
 *
 * <p>Start at {@link backchat.knowledge.index.PassageIndex}. User text is never parsed as query
 * syntax; ties are broken by passage id, so that the same message always gives the same order.
 *
 * <p>Threads: an index is immutable and thread-safe. Imports: Lucene, {@code knowledge.content},
 * {@code knowledge.keeping}, {@code knowledge.language} and {@code knowledge.meaning}.
 */
package backchat.knowledge.index;
